import type { QueuePlace } from '@baton/shared-types';

/** `next`, `place`: where one stands; `about`: how long that usually takes. */
type Words = Readonly<Record<'next' | 'place' | 'about', string>>;

const EN: Words = {
  next: 'You are next',
  place: 'Number {} in line',
  about: 'about {}',
};
const WORDS: Readonly<Record<string, Words>> = {
  en: EN,
  de: {
    next: 'Sie sind als Nächstes dran',
    place: 'Platz {} in der Reihe',
    about: 'etwa {}',
  },
  fr: {
    next: 'Vous êtes en tête de file',
    place: 'Position {} dans la file',
    about: 'environ {}',
  },
  es: {
    next: 'El siguiente turno es suyo',
    place: 'Número {} en la cola',
    about: 'unos {}',
  },
  it: {
    next: 'Sei in cima alla coda',
    place: 'Numero {} in coda',
    about: 'circa {}',
  },
  pt: {
    next: 'É o próximo da fila',
    place: 'Número {} na fila',
    about: 'cerca de {}',
  },
  nl: {
    next: 'U bent zo aan de beurt',
    place: 'Nummer {} in de rij',
    about: 'ongeveer {}',
  },
  ar: { next: 'دورك هو التالي', place: 'رقمك في الانتظار {}', about: 'حوالي {}' },
};

/**
 * Where somebody stands who waits for a person, and how long that usually takes; empty when nothing is known. Loaded
 * only while somebody waits, and on its own: it shares no code with the chat. `language`: one that the chat speaks.
 */
export function sayPlace(place: QueuePlace, language: string): string {
  const words = WORDS[language] ?? EN;
  const { position, waitSeconds } = place;
  if (position === null) return '';
  const where = position === 1 ? words.next : put(words.place, numberIn(language).format(position));
  if (waitSeconds === null) return where;
  const minutes = { style: 'unit', unit: 'minute', unitDisplay: 'long' } as const;
  const time = numberIn(language, minutes).format(Math.max(1, Math.round(waitSeconds / 60)));
  return `${where} · ${put(words.about, time)}`;
}

function numberIn(language: string, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  return new Intl.NumberFormat(language, options);
}

function put(text: string, value: string): string {
  return text.replace('{}', () => value);
}
