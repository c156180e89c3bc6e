import { useLayoutEffect, useRef } from 'preact/hooks';
import { texts } from '../../i18n/texts.js';
import { Button } from '../../ui/button.js';
import { ELEMENT_IDS } from '../../ui/element-ids.js';
import { Icon } from '../../ui/icon.js';
import type { FileProps } from './file-props.js';
import type { Standing } from './standing.js';
import { SuggestedReply } from './suggested-reply.js';
import './composer.css';

/** The counter appears when this many characters are left. */
const COUNT_FROM = 400;

/** Only the owner writes; everybody else reads why not. */
export function Composer({ desk, file }: FileProps) {
  const { standing } = file.conversation;
  // An offer says in its own banner that it must be accepted first.
  if (standing.value.kind === 'loading' || standing.value.kind === 'offered') return null;
  if (standing.value.kind !== 'mine') {
    return (
      <p class="composer-locked">
        <Icon name="chat" />
        <span>{lockedWords(standing.value)}</span>
      </p>
    );
  }
  return (
    <>
      <SuggestedReply desk={desk} file={file} />
      <ComposerField desk={desk} file={file} />
    </>
  );
}

function ComposerField({ file }: FileProps) {
  const { conversation } = file;
  const words = texts().composer;
  const field = useRef<HTMLTextAreaElement>(null);
  const draft = conversation.draft.value;
  const left = conversation.charactersLeft.value;

  // Grows with the text; CSS stops it at six lines.
  useLayoutEffect(() => {
    const element = field.current;
    if (!element) return;
    element.style.height = 'auto';
    element.style.height = `${element.scrollHeight + 2}px`;
  }, [draft]);

  function send() {
    conversation.send();
    field.current?.focus();
  }

  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <textarea
        ref={field}
        id={ELEMENT_IDS.composer}
        rows={1}
        dir="auto"
        aria-label={words.label}
        aria-describedby="composer-count"
        aria-invalid={left < 0 || undefined}
        placeholder={words.placeholder}
        value={draft}
        onInput={(event) => conversation.edit(event.currentTarget.value)}
        onBlur={() => conversation.conversation.setTyping(false)}
        onKeyDown={(event) => {
          // An input method uses Enter to choose a word: that must not send.
          if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
          event.preventDefault();
          send();
        }}
      />
      <Button
        type="submit"
        look="primary"
        icon="send"
        label={words.send}
        disabled={draft.trim() === '' || left < 0}
      />
      <span id="composer-count" class={`composer-count ${left < 0 ? 'over' : ''}`}>
        {left < 0 ? words.over(-left) : left < COUNT_FROM ? words.left(left) : ''}
      </span>
    </form>
  );
}

function lockedWords(standing: Exclude<Standing, { kind: 'mine' | 'loading' | 'offered' }>): string {
  const words = texts().composer.locked;
  return standing.kind === 'colleague' ? words.colleague(standing.name) : words[standing.kind];
}
