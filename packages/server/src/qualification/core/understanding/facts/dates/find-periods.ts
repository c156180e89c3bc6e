import { matchesOf } from '../../matches-of.js';
import { alternatives, list } from '../../text/phrases.js';
import type { Day } from './calendar.js';
import { COUNTS, monthNames, ORDINALS, WEEKDAYS } from './date-words.js';
import {
  halfYear,
  nextDay,
  oneDay,
  quarter,
  quarterAfter,
  readDistance,
  readIsoWeek,
  readMonth,
  readNumericDate,
  readWeekday,
  wholeYear,
} from './name-periods.js';
import {
  FESTIVE_DAYS,
  type NamedTime,
  NEXT_YEAR,
  TIMES_OF_YEAR,
  TIMES_SEEN_FROM_TODAY,
} from './named-times.js';
import type { NamedPeriod, PeriodMention } from './period-mention.js';

interface Grammar {
  readonly months: ReadonlyMap<string, number>;
  readonly readings: readonly Reading[];
}

interface Reading {
  readonly pattern: RegExp;
  /** Rare words of which one must stand somewhere; where none does, the pattern need not be tried. */
  readonly needs?: RegExp;
  readonly read: (
    match: RegExpMatchArray,
    today: Day,
    months: ReadonlyMap<string, number>,
  ) => NamedPeriod | null;
}

const YEAR = `(?:,?\\s(?:of\\s|de\\s|del\\s|di\\s|do\\s|van\\s|in\\s)?(20\\d\\d|'\\d\\d|${alternatives(NEXT_YEAR)}))?`;
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

/** As dictation writes them: "the eighteenth of December". */
const SPELLED_DAYS = list(`
  first, second, third, fourth, fifth, sixth, seventh, eighth, ninth, tenth, eleventh, twelfth, thirteenth, fourteenth,
  fifteenth, sixteenth, seventeenth, eighteenth, nineteenth, twentieth, twenty-first, twenty-second, twenty-third,
  twenty-fourth, twenty-fifth, twenty-sixth, twenty-seventh, twenty-eighth, twenty-ninth, thirtieth, thirty-first
`);
const SPELLED_DAY = alternatives(SPELLED_DAYS).replaceAll('-', '[- ]');

const PRICED =
  /(?:euros?|eur|[\u20ac\xa4]|\$|usd|chf|gbp|franken|dollars?|pounds?|mila|mille|mil|k)\s(?:l'|al |all'|par |pro |per |a |por |im |in )?$/;

const grammars = new Map<string, Grammar>();

/** All times named in a folded text, in order of appearance, overlaps resolved in favour of the longer one. */
export function findPeriods(folded: string, language: string, today: Day): readonly PeriodMention[] {
  const grammar = grammarOf(language);
  const found: PeriodMention[] = [];
  for (const { pattern, needs, read } of grammar.readings) {
    if (needs?.test(folded) === false) continue;
    for (const match of matchesOf(folded, pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (found.some((other) => start < other.end && end > other.start)) continue;
      const period = read(match, today, grammar.months);
      if (period !== null) found.push({ ...period, start, end });
    }
  }
  found.sort((one, other) => one.start - other.start);
  // "Monday 7 December" is one day, and "10 mila euro l'anno" a price.
  return found.filter(
    (mention, index) =>
      !(
        mention.kind === 'year' && PRICED.test(folded.slice(Math.max(0, mention.start - 24), mention.start))
      ) &&
      !(
        isWeekday(folded, mention) &&
        found[index + 1]?.kind === 'day' &&
        /^,?\s(?:the |den |dem |le |el |il )?$/.test(folded.slice(mention.end, found[index + 1]?.start))
      ),
  );
}

function isWeekday(folded: string, { start, end }: PeriodMention): boolean {
  return WEEKDAYS.has(folded.slice(start, end));
}

function grammarOf(language: string): Grammar {
  const known = grammars.get(language);
  if (known !== undefined) return known;
  const months = monthNames(language);
  const grammar: Grammar = { months, readings: readingsOf(alternatives([...months.keys()]), language) };
  grammars.set(language, grammar);
  return grammar;
}

function words(pattern: string): RegExp {
  return new RegExp(`(?<![a-z0-9])(?:${pattern})(?![a-z0-9])`, 'g');
}

/** One pattern for all that have a name, with `year` behind it; each pattern more would run over the whole text. */
function timesNamed(times: readonly NamedTime[], year: string): Reading {
  const byName = new Map(times.flatMap((time) => time.names.map((name) => [name, time] as const)));
  return {
    pattern: words(`(${alternatives([...byName.keys()]).replaceAll('.', '\\.')})${year}`),
    read: (match, today) => byName.get((match[1] ?? '').replace(/\s+/g, ' '))?.read(today, match[2]) ?? null,
  };
}

function readingsOf(month: string, language: string): readonly Reading[] {
  return [
    {
      pattern: words('(20\\d\\d)-(\\d\\d)-(\\d\\d)'),
      read: ([, year, at, day]) => oneDay(Number(year), Number(at), Number(day)),
    },
    {
      pattern: /(?<![\d.,/])(\d{1,2})([./])(\d{1,2})(?:[./](20\d\d|\d\d))?\.?(?![\d%])/g,
      // "Policy 7.3" is no date; without a year only German and its neighbours write one so.
      read: (match, today) =>
        language === 'en' && match[2] === '.' && match[4] === undefined
          ? null
          : readNumericDate(match, today),
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
    {
      pattern: words(`(?:the )?(${SPELLED_DAY}) (?:of )?(${month})${YEAR}`),
      read: ([, day, name, year], today, months) =>
        nextDay(
          today,
          months.get(name ?? '') ?? 0,
          SPELLED_DAYS.indexOf((day ?? '').replace(' ', '-')) + 1,
          year,
        ),
    },
    {
      pattern: words(`(${month})\\.?${YEAR}`),
      read: (match, today, months) => readMonth(match, today, months, language),
    },
    {
      pattern: words(`q\\s?([1-4])${YEAR}|([1-4])q${YEAR}|(?:t|1er t)([1-4])${YEAR}`),
      read: (m, today) => quarter(today, Number(m[1] ?? m[3] ?? m[5]), m[2] ?? m[4] ?? m[6]),
    },
    {
      pattern: words(`(${ORDINAL})\\s?${QUARTER_WORD}${YEAR}`),
      needs: new RegExp(QUARTER_WORD),
      read: ([, ordinal, year], today) => quarter(today, ORDINALS.get(ordinal ?? '') ?? 0, year),
    },
    {
      pattern: words(
        `(?:next|the next|the coming|nachstes|nachsten|kommenden|le prochain|proximo|el proximo|prossimo|il prossimo|volgend|het volgende) ${QUARTER_WORD}|${QUARTER_WORD} (?:prochain|que viene|prossimo|que vem)`,
      ),
      needs: new RegExp(QUARTER_WORD),
      read: (_, today) => quarterAfter(today, 1),
    },
    {
      pattern: words(`(?:this|the current|dieses|diesem|ce|este|questo|dit) ${QUARTER_WORD}`),
      needs: new RegExp(QUARTER_WORD),
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
      needs: new RegExp(HALF_WORD),
      read: ([, ordinal, year], today) => halfYear(today, ORDINALS.get(ordinal ?? '') ?? 0, year),
    },
    {
      pattern: words(
        `(?:kw|calendar week|kalenderwoche|week|wk|semaine|semana|settimana|cw)\\s?(?:no\\.?\\s|nr\\.?\\s|number\\s)?(\\d{1,2})`,
      ),
      read: readIsoWeek,
    },
    timesNamed(TIMES_SEEN_FROM_TODAY, ''),
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
    // Before the weekdays: "Good Friday" is not any Friday.
    timesNamed(FESTIVE_DAYS, YEAR),
    {
      pattern: words(
        `(?:next |nachsten |kommenden |(?:le |el |la )?(?:proximo |proxima )?|volgende )?(${alternatives([...WEEKDAYS.keys()])})`,
      ),
      read: readWeekday,
    },
    timesNamed(TIMES_OF_YEAR, YEAR),
    { pattern: words('(20[2-4]\\d)'), read: ([, year]) => wholeYear(Number(year)) },
  ];
}
