import { alternatives } from '../text/phrases.js';
import { type Day, dayOf, easterOf, isoWeekStart, monthPeriod, partsOf } from './calendar.js';
import { ASAP, COUNTS, HOLIDAYS, monthNames, SEASONS, WEEKDAYS } from './date-words.js';

export type PeriodKind =
  | 'day'
  | 'month'
  | 'quarter'
  | 'half'
  | 'year'
  | 'week'
  | 'season'
  | 'asap'
  | 'distance'
  | 'holiday';

/** A time named in the text, before "by", "after" and "early" are taken into account. */
export interface PeriodMention {
  readonly start: number;
  readonly end: number;
  readonly from: Day;
  readonly to: Day;
  readonly kind: PeriodKind;
}

interface Grammar {
  readonly months: ReadonlyMap<string, number>;
  readonly readings: readonly Reading[];
}

interface Reading {
  readonly pattern: RegExp;
  readonly read: (match: RegExpMatchArray, today: Day, months: ReadonlyMap<string, number>) => Found | null;
}

type Found = Omit<PeriodMention, 'start' | 'end'>;

const NEXT_YEAR =
  "(?:next year|nachstes jahr|nachsten jahres|des nachsten jahres|l'annee prochaine|l'an prochain|del ano que viene|del proximo ano|el ano que viene|del ano proximo|dell'anno prossimo|l'anno prossimo|prossimo anno|do proximo ano|do ano que vem|ano que vem|volgend jaar|van volgend jaar)";
const YEAR = `(?:,?\\s(?:of\\s|de\\s|del\\s|di\\s|do\\s|van\\s|in\\s)?(20\\d\\d|'\\d\\d|${NEXT_YEAR}))?`;
const ORDINALS: ReadonlyMap<string, number> = new Map(
  [
    [
      '1',
      'first',
      '1st',
      'erste',
      'ersten',
      'erstes',
      'premier',
      'premiere',
      '1er',
      '1ere',
      'primer',
      'primera',
      'primo',
      'prima',
      'primeiro',
      'primeira',
      'eerste',
      '1e',
      '1.',
      '1o',
      '1ª',
      '1º',
    ],
    [
      '2',
      'second',
      '2nd',
      'zweite',
      'zweiten',
      'zweites',
      'deuxieme',
      'second',
      'seconde',
      'segundo',
      'segunda',
      'secondo',
      'seconda',
      'tweede',
      '2e',
      '2eme',
      '2.',
      '2o',
    ],
    [
      '3',
      'third',
      '3rd',
      'dritte',
      'dritten',
      'drittes',
      'troisieme',
      'tercer',
      'tercera',
      'terzo',
      'terza',
      'terceiro',
      'terceira',
      'derde',
      '3e',
      '3eme',
      '3.',
      '3o',
    ],
    [
      '4',
      'fourth',
      '4th',
      'vierte',
      'vierten',
      'viertes',
      'quatrieme',
      'cuarto',
      'cuarta',
      'quarto',
      'quarta',
      'vierde',
      '4e',
      '4eme',
      '4.',
      '4o',
    ],
  ].flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
);
const ORDINAL = [...ORDINALS.keys()]
  .sort((one, other) => other.length - one.length)
  .map((name) => name.replace('.', '\\.'))
  .join('|');
const QUARTER_WORD = '(?:quarter|qtr|quartal|quartals|trimestre|kwartaal)';
const HALF_WORD =
  '(?:half(?: of)?(?: the)?(?: year)?|halbjahr|halbjahres|jahreshalfte|semestre|helft(?: van)?(?: het)?(?: jaar)?)';
const COUNT = `(\\d{1,2}|${alternatives([...COUNTS.keys()])})(?:\\s?(?:-|to|or|bis|a|o|ou|of|tot|oder)\\s?(\\d{1,2}|${alternatives([...COUNTS.keys()])}))?`;
const UNITS: readonly (readonly [string, number])[] = [
  ['days?|tage?n?|jours?|dias?|giorni|giorno|dagen|dag', 1],
  ['weeks?|wks?|wochen?|semaines?|semanas?|settiman[ae]|weken', 7],
  ['months?|mths?|monate?n?|mois|mes|meses|mes[ei]|maanden|maand', 30],
];
const UNIT = UNITS.map(([words]) => `(${words})`).join('|');
const IN =
  "(?:in|within|in the next|within the next|over the next|in about|in around|in the coming|in like|in den nachsten|in den kommenden|innerhalb von|innerhalb der nachsten|binnen|in ca\\.|in etwa|in rund|dans|dans les|dans environ|d'ici|sous|en|en unos|en unas|en los proximos|en las proximas|dentro de|dentro de unos|dentro de unas|in circa|entro|tra|fra|nei prossimi|nelle prossime|daqui a|em|em cerca de|nos proximos|nas proximas|over|over een|over ongeveer|in de komende|de komende|the next|next|die nachsten)";

const grammars = new Map<string, Grammar>();

/** All times named in a folded text, in order of appearance, overlaps resolved in favour of the longer one. */
export function findPeriods(folded: string, language: string, today: Day): readonly PeriodMention[] {
  const grammar = grammarOf(language);
  const found: PeriodMention[] = [];
  for (const { pattern, read } of grammar.readings) {
    for (const match of folded.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (found.some((other) => start < other.end && end > other.start)) continue;
      const period = read(match, today, grammar.months);
      if (period !== null) found.push({ ...period, start, end });
    }
  }
  return found.sort((one, other) => one.start - other.start);
}

function grammarOf(language: string): Grammar {
  const known = grammars.get(language);
  if (known !== undefined) return known;
  const months = monthNames(language);
  const grammar: Grammar = { months, readings: readingsOf(alternatives([...months.keys()])) };
  grammars.set(language, grammar);
  return grammar;
}

function readingsOf(month: string): readonly Reading[] {
  const words = (pattern: string) => new RegExp(`(?<![a-z0-9])(?:${pattern})(?![a-z0-9])`, 'g');
  return [
    {
      pattern: words('(20\\d\\d)-(\\d\\d)-(\\d\\d)'),
      read: ([, year, at, day]) => oneDay(Number(year), Number(at), Number(day)),
    },
    {
      pattern: /(?<![\d.,/])(\d{1,2})([./])(\d{1,2})(?:[./](20\d\d|\d\d))?\.?(?![\d%])/g,
      read: readNumericDate,
    },
    {
      pattern: words(
        `(\\d{1,2})(?:st|nd|rd|th|er|\\.|o|º|°|e|de)?\\s?(?:of\\s|of the\\s|de\\s|di\\s|d')?(${month})\\.?${YEAR}`,
      ),
      read: ([, day, name, year], today, months) =>
        nextDay(today, months.get(name ?? '') ?? 0, Number(day), year),
    },
    {
      pattern: words(
        `(${month})\\.?\\s(?:the\\s)?(\\d{1,2})(?:st|nd|rd|th)?(?!\\d|:|\\.\\d|\\s?(?:%|people|users|seats|agents|ppl|of us|years|k))(?:,?\\s(20\\d\\d))?`,
      ),
      read: ([, name, day, year], today, months) =>
        nextDay(today, months.get(name ?? '') ?? 0, Number(day), year),
    },
    { pattern: words(`(${month})\\.?${YEAR}`), read: readMonth },
    {
      pattern: words(`q\\s?([1-4])${YEAR}|([1-4])q${YEAR}|(?:t|1er t)([1-4])${YEAR}`),
      read: (m, today) => quarter(today, Number(m[1] ?? m[3] ?? m[5]), m[2] ?? m[4] ?? m[6]),
    },
    {
      pattern: words(`(${ORDINAL})\\s?${QUARTER_WORD}${YEAR}`),
      read: ([, ordinal, year], today) => quarter(today, ORDINALS.get(ordinal ?? '') ?? 0, year),
    },
    {
      pattern: words(
        `(?:next|the next|the coming|nachstes|nachsten|kommenden|le prochain|proximo|el proximo|prossimo|il prossimo|volgend|het volgende) ${QUARTER_WORD}|${QUARTER_WORD} (?:prochain|que viene|prossimo|que vem)`,
      ),
      read: (_, today) => quarterAfter(today, 1),
    },
    {
      pattern: words(`(?:this|the current|dieses|diesem|ce|este|questo|dit) ${QUARTER_WORD}`),
      read: (_, today) => quarterAfter(today, 0),
    },
    {
      pattern: words(`h([12])${YEAR}`),
      read: ([, half, year], today) => halfYear(today, Number(half), year),
    },
    {
      pattern: words(
        `(${ORDINAL})\\s?${HALF_WORD}(?!\\s(?:of\\s|de\\s|di\\s|des\\s|van\\s)?(?:${month}))${YEAR}`,
      ),
      read: ([, ordinal, year], today) => halfYear(today, ORDINALS.get(ordinal ?? '') ?? 0, year),
    },
    {
      pattern: words(
        `(?:kw|calendar week|kalenderwoche|week|wk|semaine|semana|settimana|cw)\\s?(?:no\\.?\\s|nr\\.?\\s|number\\s)?(\\d{1,2})`,
      ),
      read: readIsoWeek,
    },
    {
      pattern: words(
        'next week|next wk|nxt week|nxt wk|the coming week|nachste woche|nachster woche|kommende woche|kommender woche|la semaine prochaine|semaine prochaine|la semana que viene|semana que viene|la proxima semana|proxima semana|la settimana prossima|settimana prossima|prossima settimana|semana que vem|volgende week|komende week',
      ),
      read: (_, today) => weekAfter(today, 1),
    },
    {
      pattern: words('the week after next|ubernachste woche|in two weeks time'),
      read: (_, today) => weekAfter(today, 2),
    },
    {
      pattern: words(
        'this week|this wk|diese woche|dieser woche|cette semaine|esta semana|questa settimana|deze week',
      ),
      read: (_, today) => ({ ...weekAfter(today, 0), from: today }),
    },
    {
      pattern: words(
        'next month|nxt month|the coming month|nachsten monat|nachster monat|kommenden monat|le mois prochain|mois prochain|el mes que viene|mes que viene|el proximo mes|proximo mes|il mese prossimo|mese prossimo|prossimo mese|mes que vem|volgende maand|komende maand',
      ),
      read: (_, today) => monthAfter(today, 1),
    },
    {
      pattern: words(
        'this month|the month|diesen monat|diesem monat|des monats|ce mois|este mes|questo mese|deze maand|de maand|eom',
      ),
      read: (_, today) => ({ ...monthAfter(today, 0), from: today }),
    },
    { pattern: words(NEXT_YEAR), read: (_, today) => wholeYear(partsOf(today).year + 1) },
    {
      pattern: words(
        "this year|end of (?:the |this )?(?:calendar )?year|the year|year end|year's end|years end|yearend|eoy|dieses jahr|diesem jahr|dieses jahres|des jahres|jahresende|cette annee|l'annee|fin d'annee|d'annee|este ano|de ano|del ano|quest'anno|fine anno|dell'anno|anno|do ano|de ano|dit jaar|het jaar|van het jaar|jaareinde",
      ),
      read: (match, today) => ({
        ...wholeYear(partsOf(today).year),
        from: isYearEnd(match[0]) ? dayOf(partsOf(today).year, 12, 21) : today,
      }),
    },
    {
      pattern: words(
        `${IN}\\s(?:about\\s|around\\s|roughly\\s|ca\\.?\\s|etwa\\s|circa\\s|like\\s)?${COUNT}\\s?(?:${UNIT})`,
      ),
      read: readDistance,
    },
    {
      pattern: words(`${COUNT}\\s?(?:${UNIT})\\s?(?:from now|time|max|tops|at most|spatestens|maximal)`),
      read: readDistance,
    },
    {
      pattern: words(alternatives(ASAP)),
      read: (_, today) => ({ from: today, to: today + 14, kind: 'asap' }),
    },
    {
      pattern: words('tomorrow|tmrw|tomorow|morgen|demain|manana|domani|amanha'),
      read: (_, today) => ({ from: today + 1, to: today + 1, kind: 'day' }),
    },
    {
      pattern: words(
        `(?:next |nachsten |kommenden |(?:le |el |la )?(?:proximo |proxima )?|volgende )?(${alternatives([...WEEKDAYS.keys()])})`,
      ),
      read: readWeekday,
    },
    ...HOLIDAYS.map(
      ({ names, on }): Reading => ({
        pattern: words(alternatives(names)),
        read: (_, today) => holiday(today, on),
      }),
    ),
    ...SEASONS.map(
      ({ names, month: first }): Reading => ({
        pattern: words(`(?:${alternatives(names)})${YEAR}`),
        read: (match, today) => season(today, first, match[1]),
      }),
    ),
    { pattern: words('(20[2-4]\\d)'), read: ([, year]) => wholeYear(Number(year)) },
  ];
}

function isYearEnd(words: string): boolean {
  return /end|eoy|fin|fine/.test(words);
}

function oneDay(year: number, month: number, day: number): Found | null {
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  const at = dayOf(year, month, day);
  return { from: at, to: at, kind: 'day' };
}

/** A day of the year without or with its year: the next one from today. */
function nextDay(today: Day, month: number, day: number, year: string | undefined): Found | null {
  const given = yearOf(year, today);
  if (given !== null) return oneDay(given, month, day);
  const thisYear = partsOf(today).year;
  const found = oneDay(thisYear, month, day);
  return found !== null && found.from < today ? oneDay(thisYear + 1, month, day) : found;
}

function readNumericDate([, first, separator, second, year]: RegExpMatchArray, today: Day): Found | null {
  const one = Number(first);
  const two = Number(second);
  if (year === undefined && separator === '.' && !(one > 0 && two > 0 && two <= 12)) return null;
  // "24/7", "50/50": no date.
  if (year === undefined && separator === '/') return null;
  const [day, month] = two > 12 ? [two, one] : [one, two];
  return nextDay(today, month, day, year === undefined ? undefined : year.length === 2 ? `20${year}` : year);
}

function readMonth(match: RegExpMatchArray, today: Day, months: ReadonlyMap<string, number>): Found | null {
  const [, name, year] = match;
  const month = months.get(name ?? '') ?? 0;
  if (isOtherWord(match, name ?? '')) return null;
  const now = partsOf(today);
  const given = yearOf(year, today);
  const which = given ?? (month < now.month ? now.year + 1 : now.year);
  return { ...monthPeriod(which, month), kind: 'month' };
}

/** "may" and "march" are verbs, "mar" and "set" words, unless something makes a month of them. */
function isOtherWord(match: RegExpMatchArray, name: string): boolean {
  if (
    !/^(?:may|march|mar|set|out|ago|gen|mag|sei|jan|dic|ene|jui|mars|abr|dec|sep|sept|marco|august|april|june|july)$/.test(
      name,
    )
  )
    return false;
  const text = match.input ?? '';
  const at = match.index ?? 0;
  const before = text.slice(Math.max(0, at - 16), at);
  const after = text.slice(at + match[0].length, at + match[0].length + 12);
  if (/^(?:april|june|july|august|jan|sept|dec)$/.test(name))
    return (
      /(?<![a-z])(?:i'?m|im|name'?s|name is|call me|this is|from|hi|hello)\s$/.test(before) &&
      !/from\s$/.test(before)
    );
  if (match[2] !== undefined) return false;
  if (
    /(?:^|[^a-z])(?:in|by|before|until|till|since|from|after|early|mid|late|end of|of|for|next|this|around|about|through|to|and|or|en|em|de|a|fin|ate|in|im|per|entro|da|or|maybe|probably|-|\/|debut|mi|vers|courant|avant|apres|des|pour|para|antes de|inicio|finales de|principios de|meados|inizio|meta|fine)[\s-]?$/.test(
      before,
    )
  )
    return !/^\s(?:i|we|you|be|not|have|need|cause)(?![a-z])/.test(after) ? false : name === 'may';
  return (
    !/^\s*$|^[\s]*[.,!?]|^\s(?:or|and|to|-|at|latest|would|i think|ish|works|probably|for|is)/.test(after) ||
    /(?:^|[^a-z])(?:we|i|you|it|they|he|she|that|which|who|this)\s$/.test(before)
  );
}

function quarter(today: Day, number: number, year: string | undefined): Found | null {
  if (number < 1 || number > 4) return null;
  const now = partsOf(today);
  const given = yearOf(year, today);
  const end = (y: number) => monthPeriod(y, number * 3).to;
  const which = given ?? (end(now.year) < today ? now.year + 1 : now.year);
  return { from: dayOf(which, number * 3 - 2, 1), to: end(which), kind: 'quarter' };
}

function quarterAfter(today: Day, count: number): Found {
  const now = partsOf(today);
  const first = Math.floor((now.month - 1) / 3) * 3 + 1 + count * 3;
  const from = dayOf(now.year, first, 1);
  return { from: count === 0 ? today : from, to: dayOf(now.year, first + 3, 1) - 1, kind: 'quarter' };
}

function halfYear(today: Day, half: number, year: string | undefined): Found | null {
  if (half < 1 || half > 2) return null;
  const now = partsOf(today);
  const which = yearOf(year, today) ?? (half === 1 && now.month > 6 ? now.year + 1 : now.year);
  return { from: dayOf(which, half * 6 - 5, 1), to: monthPeriod(which, half * 6).to, kind: 'half' };
}

function readIsoWeek([, number]: RegExpMatchArray, today: Day): Found | null {
  const week = Number(number);
  if (week < 1 || week > 53) return null;
  const { year } = partsOf(today);
  const thisYear = isoWeekStart(year, week);
  const from = thisYear + 6 < today ? isoWeekStart(year + 1, week) : thisYear;
  return { from, to: from + 6, kind: 'week' };
}

function weekAfter(today: Day, count: number): Found {
  const monday = today - (partsOf(today).weekday - 1) + count * 7;
  return { from: monday, to: monday + 6, kind: 'week' };
}

function monthAfter(today: Day, count: number): Found {
  const now = partsOf(today);
  return {
    from: dayOf(now.year, now.month + count, 1),
    to: dayOf(now.year, now.month + count + 1, 1) - 1,
    kind: 'month',
  };
}

function wholeYear(year: number): Found {
  return { from: dayOf(year, 1, 1), to: dayOf(year, 12, 31), kind: 'year' };
}

function readDistance(match: RegExpMatchArray, today: Day): Found | null {
  const low = countOf(match[1]);
  const high = countOf(match[2]) ?? low;
  if (low === null || high === null) return null;
  const unit = match[3] !== undefined ? 1 : match[4] !== undefined ? 7 : 30;
  const within =
    /^(?:within|in the next|within the|over the|in the coming|in den|innerhalb|binnen|dans les|d'ici|sous|en los|en las|entro|nei|nelle|nos|nas|in de|de komende|the next|next|die nachsten)/.test(
      match[0],
    );
  const add = (count: number) => {
    const now = partsOf(today);
    return unit === 30 ? dayOf(now.year, now.month + count, now.day) : today + count * unit;
  };
  return { from: within ? today : add(low), to: add(high), kind: 'distance' };
}

function countOf(word: string | undefined): number | null {
  if (word === undefined) return null;
  const digits = Number(word);
  return Number.isNaN(digits) ? (COUNTS.get(word.replace(/\s+/g, ' ')) ?? null) : digits;
}

function readWeekday(match: RegExpMatchArray, today: Day): Found | null {
  const weekday = WEEKDAYS.get(match[1] ?? '');
  if (weekday === undefined) return null;
  const ahead = (weekday - partsOf(today).weekday + 7) % 7;
  const at = today + (ahead === 0 ? 7 : ahead);
  return { from: at, to: at, kind: 'day' };
}

function holiday(today: Day, on: readonly [number, number] | number): Found {
  const { year } = partsOf(today);
  const at = (y: number) => (typeof on === 'number' ? easterOf(y) + on : dayOf(y, on[0], on[1]));
  const day = at(year) < today ? at(year + 1) : at(year);
  return { from: day, to: day, kind: 'holiday' };
}

function season(today: Day, first: number, year: string | undefined): Found {
  const now = partsOf(today);
  const end = (y: number) => dayOf(y, first + 3, 1) - 1;
  const which = yearOf(year, today) ?? (end(now.year) < today ? now.year + 1 : now.year);
  return { from: dayOf(which, first, 1), to: end(which), kind: 'season' };
}

function yearOf(written: string | undefined, today: Day): number | null {
  if (written === undefined) return null;
  if (/^20\d\d$/.test(written)) return Number(written);
  if (written.startsWith("'")) return 2000 + Number(written.slice(1));
  return partsOf(today).year + 1;
}
