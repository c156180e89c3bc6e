import type { QueuePlace } from '@baton/shared-types';

/** `next`, `place`: where one stands; `about`: how long that usually takes; `by`: when somebody writes at the latest. */
type Words = Readonly<Record<'next' | 'place' | 'about' | 'by', string>>;

const EN: Words = {
  next: 'You are next',
  place: 'Number {} in line',
  about: 'about {}',
  by: 'Somebody writes by {}',
};
const WORDS: Readonly<Record<string, Words>> = {
  en: EN,
  de: {
    next: 'Sie sind als Nächstes dran',
    place: 'Platz {} in der Reihe',
    about: 'etwa {}',
    by: 'Jemand schreibt bis {}',
  },
  fr: {
    next: 'Vous êtes en tête de file',
    place: 'Position {} dans la file',
    about: 'environ {}',
    by: 'On vous écrit d’ici {}',
  },
  es: {
    next: 'El siguiente turno es suyo',
    place: 'Número {} en la cola',
    about: 'unos {}',
    by: 'Le escribirán antes de {}',
  },
  it: {
    next: 'Sei in cima alla coda',
    place: 'Numero {} in coda',
    about: 'circa {}',
    by: 'Ti scriviamo entro {}',
  },
  pt: {
    next: 'É o próximo da fila',
    place: 'Número {} na fila',
    about: 'cerca de {}',
    by: 'Escrevemos até {}',
  },
  nl: {
    next: 'U bent zo aan de beurt',
    place: 'Nummer {} in de rij',
    about: 'ongeveer {}',
    by: 'U hoort van ons vóór {}',
  },
  ar: { next: 'دورك هو التالي', place: 'رقمك في الانتظار {}', about: 'حوالي {}', by: 'سنكتب إليك قبل {}' },
};
const DAY_MS = 86_400_000;

/**
 * What is known of how long somebody waits for a person, in one short line; empty when nothing is. Loaded only while
 * somebody waits, and on its own: it shares no code with the chat. `language`: one that the chat speaks.
 */
export function sayPlace(place: QueuePlace, language: string): string {
  const words = WORDS[language] ?? EN;
  const { position, waitSeconds, promisedBy } = place;
  if (position !== null) {
    const where = position === 1 ? words.next : put(words.place, numberIn(language).format(position));
    if (waitSeconds === null) return where;
    const minutes = { style: 'unit', unit: 'minute', unitDisplay: 'long' } as const;
    const time = numberIn(language, minutes).format(Math.max(1, Math.round(waitSeconds / 60)));
    return `${where} · ${put(words.about, time)}`;
  }
  if (promisedBy === null) return '';
  const at = new Date(promisedBy);
  const isSoon = at.getTime() - Date.now() < DAY_MS / 2;
  const date = new Intl.DateTimeFormat(language, {
    ...(isSoon ? {} : { weekday: 'short', day: 'numeric', month: 'short' }),
    hour: 'numeric',
    minute: '2-digit',
  });
  return put(words.by, date.format(at));
}

function numberIn(language: string, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  return new Intl.NumberFormat(language, options);
}

function put(text: string, value: string): string {
  return text.replace('{}', () => value);
}
