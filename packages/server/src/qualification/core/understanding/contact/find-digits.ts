import { matchesOf } from '../matches-of.js';
/** A run of digits as people write or speak numbers. */
export interface FoundDigits {
  readonly start: number;
  readonly end: number;
  /** Digits only, with a leading `+` when it was written (or "plus" was spoken). */
  readonly digits: string;
  readonly form: 'written' | 'spoken';
}

const WRITTEN =
  /(?<=(?:area code|vorwahl|prefijo|indicatif|prefisso|indicativo|netnummer)[\s:]{1,2})\d{2,5}[\s,;:-]{1,3}(?:and |then |und |dann )?\d(?:\d|[\s./-](?=\d)){5,12}|(?<![\p{L}\p{N}@_.,/#-])(?:\+\s?|00)?\(?\d(?:[\d]|[\s()./\u2010-\u2015-]{1,3}(?=[\d(])){4,28}/giu;

const WORDS: Readonly<Record<string, string>> = Object.fromEntries(
  (
    [
      ['0', 'zero oh null cero zéro zero nul'],
      ['1', 'one eins uno una un um uma een één'],
      ['2', 'two zwei zwo dos deux dois duas due twee'],
      ['3', 'three drei tres trois três tre drie'],
      ['4', 'four vier cuatro quatre quatro quattro'],
      ['5', 'five fünf fuenf cinco cinq cinque vijf'],
      ['6', 'six sechs seis sei zes meia'],
      ['7', 'seven sieben siete sept sete sette zeven'],
      ['8', 'eight acht ocho huit oito otto'],
      ['9', 'nine neun nueve neuf nove negen'],
      ['+', 'plus'],
    ] as const
  ).flatMap(([digit, words]) => words.split(' ').map((word) => [word, digit])),
);
/** "nine hundred" is 900 in a number that is read out. */
const HUNDREDS: Readonly<Record<string, string>> = {
  hundred: '00',
  hundert: '00',
  thousand: '000',
  tausend: '000',
};
const REPEATS: Readonly<Record<string, number>> = {
  double: 2,
  doppel: 2,
  doble: 2,
  dobbel: 2,
  triple: 3,
  treble: 3,
};
const TOKEN = /\p{L}+|\d+|[^\s\p{L}\d]+/gu;

/** Stretches of digits, words for them and what may stand between; whatever else is said ends a number. */
const READ_OUT = readOut();

/** Runs written with digits, at least six of them. Linear in the length of the text. */
export function findWrittenDigits(text: string): readonly FoundDigits[] {
  return [...matchesOf(text, WRITTEN)].flatMap((match) => {
    const written = match[0].replace(/[^\d)]+$/u, '');
    const digits = written.replace(/\D/gu, '');
    const international = written.startsWith('+');
    return digits.length < 6
      ? []
      : [
          {
            start: match.index,
            end: match.index + written.length,
            digits: international ? `+${digits}` : digits,
            form: 'written' as const,
          },
        ];
  });
}

/** Runs of at least seven digits of which some are words: "oh seven double seven 900 …". */
export function findSpokenDigits(text: string): readonly FoundDigits[] {
  return [...matchesOf(text, READ_OUT)].flatMap((match) => readDigits(match[0], match.index));
}

/** The numbers that are read out in a stretch of a text, which begins at `offset`. */
export function readDigits(stretch: string, offset: number): readonly FoundDigits[] {
  const found: FoundDigits[] = [];
  let run = { start: -1, end: -1, digits: '', words: 0 };
  let repeat = 1;
  const close = () => {
    if (run.digits.replace('+', '').length >= 7 && run.words >= 2) {
      found.push({ start: run.start, end: run.end, digits: run.digits, form: 'spoken' });
    }
    run = { start: -1, end: -1, digits: '', words: 0 };
    repeat = 1;
  };
  for (const token of matchesOf(stretch, TOKEN)) {
    const word = token[0].toLowerCase();
    const start = offset + token.index;
    const times = REPEATS[word];
    const digit = /^\d+$/u.test(word)
      ? word
      : (WORDS[word] ?? (run.digits === '' ? undefined : HUNDREDS[word]));
    if (times !== undefined) {
      repeat = times;
      if (run.start < 0) run = { ...run, start };
    } else if (digit !== undefined) {
      run = {
        start: run.start < 0 ? start : run.start,
        end: start + token[0].length,
        digits: run.digits + digit.repeat(repeat),
        words: run.words + (digit === word ? 0 : 1),
      };
      repeat = 1;
    } else if (!/^[-,/().]+$/u.test(word)) close();
  }
  close();
  return found;
}

function readOut(): RegExp {
  const words = [WORDS, HUNDREDS, REPEATS].flatMap((table) => Object.keys(table)).join('|');
  const part = `(?:\\d+|(?<!\\p{L})(?:${words})(?!\\p{L}))`;
  return new RegExp(`${part}(?:[-\\s,/().]*${part})*`, 'giu');
}
