import type { ReadonlySignal } from '@preact/signals';
import { charactersLeft } from '../../core/composer-rules.js';
import { fill } from '../../i18n/fill.js';
import type { Chat } from '../chat.js';

/** Says how much room is left, once it matters. */
export function CharactersLeft({ chat: { texts }, draft }: { chat: Chat; draft: ReadonlySignal<string> }) {
  const left = charactersLeft(draft.value);
  if (left === null) return null;
  return (
    <p class={left < 0 ? 'room danger' : 'room'} role="status">
      {left < 0 ? fill(texts.over, { n: -left }) : fill(texts.left, { n: left })}
    </p>
  );
}
