import type { Answering } from '../../core/answering.js';
import { Icon, PATH } from '../icon/icon.js';

/** A face for who answers: the agent's initials, else a sign. Decorative: the name stands beside it. */
export function Avatar({ answering }: { answering: Answering }) {
  return (
    <span class={`avatar ${answering.kind}`} aria-hidden="true">
      {answering.kind === 'agent' ? (
        initials(answering.name)
      ) : (
        <Icon path={answering.kind === 'assistant' ? PATH.spark : PATH.clock} />
      )}
    </span>
  );
}

/** First letters of the first and the last word. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : words;
  return letters
    .map((word) => Array.from(word ?? '')[0] ?? '')
    .join('')
    .toLocaleUpperCase();
}
