import './marks.css';

/** Initials on a calm tone of their own; decoration, the name always stands beside it. */
export function Avatar({ name, size = 'normal' }: { name: string; size?: 'small' | 'normal' }) {
  return (
    <span class={`avatar tone-${toneOf(name)} ${size}`} data-initials={initialsOf(name)} aria-hidden="true" />
  );
}

const TONES = 6;

function toneOf(name: string): number {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return sum % TONES;
}

/** First letters of the first and last word, by code point so that no letter is cut in half. */
export function initialsOf(name: string): string {
  const words = name.split(/[\s.@_-]+/u).filter((word) => word !== '');
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map(
    (word) => [...(word ?? '')][0] ?? '',
  );
  return letters.join('').toUpperCase() || '?';
}
