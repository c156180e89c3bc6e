import { texts } from '../../i18n/texts.js';
import { Button } from '../../ui/button.js';
import { ELEMENT_IDS } from '../../ui/element-ids.js';
import { Icon } from '../../ui/icon.js';
import type { FileProps } from './file-props.js';

/** The first reply as a draft. It goes into the composer, where the agent reads and changes it; it is never sent by itself. */
export function SuggestedReply({ desk, file }: FileProps) {
  const { conversation, bundle } = file;
  const words = texts().composer;
  const suggestion = bundle.bundle.value?.suggestedReply ?? '';
  if (suggestion === '' || conversation.draft.value !== '' || !conversation.unanswered.value) return null;
  return (
    <div class="suggestion">
      <Icon name="spark" />
      <div>
        <strong>{words.suggestion}</strong> <span class="muted">{words.suggestionHint}</span>
        <p dir="auto">{suggestion}</p>
      </div>
      <Button
        small
        onClick={() => {
          conversation.insert(suggestion);
          desk.platform.focus(ELEMENT_IDS.composer);
        }}
      >
        {words.useSuggestion}
      </Button>
    </div>
  );
}
