import type { MessageView } from '@baton/shared-types';
import { texts } from '../../i18n/texts.js';
import type { OpenFile } from '../workspace/desk-model.js';
import { type Span, sliceSpans } from './slice-spans.js';

/** The key of the span that was asked for; no slot can have it, because slot keys are words. */
const ASKED = '*';

/** The visitor's words with what was read from them underlined, and the asked-for span marked. Text only, never markup. */
export function MarkedText({ message, file }: { message: MessageView; file: OpenFile }) {
  const { conversation } = file;
  const highlight = conversation.highlight.value;
  const asked: readonly Span[] =
    highlight?.messageId === message.messageId && highlight.span ? [{ ...highlight.span, key: ASKED }] : [];
  return (
    <>
      {sliceSpans(message.text, [...conversation.spansOf(message.messageId), ...asked]).map(
        ({ start, text, keys }) => {
          if (keys.length === 0) return text;
          const slots = keys.filter((key) => key !== ASKED);
          const title =
            slots.length > 0 ? texts().conversation.markLabel(slots.map(file.labelOf).join(', ')) : undefined;
          return (
            <mark key={start} class={keys.includes(ASKED) ? 'active' : ''} title={title}>
              {text}
            </mark>
          );
        },
      )}
    </>
  );
}
