import type { QueuePlace } from '@baton/shared-types';
import { fill } from '../i18n/fill.js';
import type { FixedTexts } from '../i18n/texts-en.js';

const MINUTES = { style: 'unit', unit: 'minute', unitDisplay: 'long' } as const;

/**
 * Where somebody stands who waits for a person, and how long that usually takes; empty when nothing is known.
 * `language`: one that the chat speaks, for the numbers.
 */
export function sayPlace(place: QueuePlace | null, words: FixedTexts, language: string): string {
  const { position = null, waitSeconds = null } = place ?? {};
  if (position === null) return '';
  const format = (value: number, options?: Intl.NumberFormatOptions) =>
    value.toLocaleString(language, options);
  const where = position === 1 ? words.next : fill(words.place, { n: format(position) });
  if (waitSeconds === null) return where;
  return `${where} · ${fill(words.about, { time: format(Math.max(1, Math.round(waitSeconds / 60)), MINUTES) })}`;
}
