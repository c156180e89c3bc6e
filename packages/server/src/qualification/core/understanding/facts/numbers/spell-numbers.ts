import { NUMBER_WORDS, type NumberWords } from './number-words.js';

/** Every spelling of the numbers 0 to 99 and of the set amounts of a language, words separated by single blanks. */
export interface Spellings {
  readonly values: ReadonlyMap<string, number>;
  /** Multipliers that follow a number ("three hundred", "due mila"). */
  readonly hundreds: ReadonlySet<string>;
  readonly thousands: ReadonlySet<string>;
  readonly quantities: ReadonlyMap<string, number>;
}

const built = new Map<string, Spellings>();

/** The spellings of a language (BCP 47 primary tag); English where the language has no table. */
export function spellingsOf(language: string): Spellings {
  const known = built.get(language);
  if (known !== undefined) return known;
  const words = NUMBER_WORDS[language];
  if (words === undefined) return spellingsOf('en');
  const spellings = build(language, words);
  built.set(language, spellings);
  return spellings;
}

function build(language: string, words: NumberWords): Spellings {
  const values = new Map<string, number>();
  words.low.forEach((spelled, value) => {
    for (const word of spelled.split('|')) values.set(word, value);
  });
  words.tens.forEach((spelled, index) => {
    const ten = (index + 2) * 10;
    for (const word of spelled.split('|')) {
      values.set(word, ten);
      for (let unit = 1; unit <= 9; unit += 1) {
        for (const low of (words.low[unit] ?? '').split('|')) {
          for (const spelling of join(language, word, low)) values.set(spelling, ten + unit);
        }
      }
      if (language === 'fr') addFrenchTeens(values, word, ten, words.low);
    }
  });
  addCompoundHundreds(language, values, words);
  addCompoundThousands(language, values, words);
  words.hundreds?.forEach((word, index) => {
    values.set(word, (index + 2) * 100);
  });
  const quantities = new Map(Object.entries(words.quantities));
  return {
    values,
    hundreds: new Set(words.hundred.split('|')),
    thousands: new Set(words.thousand.split('|')),
    quantities,
  };
}

/** How a language puts a ten and a unit together. */
function join(language: string, ten: string, unit: string): readonly string[] {
  switch (language) {
    case 'de':
      return [`${unit}und${ten}`];
    case 'nl':
      return [`${unit}en${ten}`, `${unit} en ${ten}`];
    case 'fr':
      return [`${ten} ${unit}`, `${ten} et ${unit}`];
    case 'es':
      return ten === 'veinte'
        ? [`veinti${unit}`, `veinte y ${unit}`]
        : [`${ten} y ${unit}`, `${ten} ${unit}`];
    case 'pt':
      return [`${ten} e ${unit}`];
    case 'it':
      // "ventuno", "ventotto": the ten loses its vowel before another.
      return /^[uo]/.test(unit) ? [ten.slice(0, -1) + unit] : [ten + unit];
    default:
      return [`${ten} ${unit}`, ten + unit];
  }
}

/** "soixante-douze", "quatre-vingt-dix-sept". */
function addFrenchTeens(
  values: Map<string, number>,
  ten: string,
  value: number,
  low: readonly string[],
): void {
  if (value !== 60 && value !== 80) return;
  for (let teen = 10; teen <= 19; teen += 1) {
    values.set(`${ten} ${low[teen] ?? ''}`, value + teen);
    values.set(`${ten} et ${low[teen] ?? ''}`, value + teen);
  }
}

/** "zwölftausend", "tweeduizend", "duemila", and with full hundreds "zweitausendfünfhundert". */
function addCompoundThousands(language: string, values: Map<string, number>, words: NumberWords): void {
  if (language !== 'de' && language !== 'nl' && language !== 'it') return;
  const [single = '', several = single] = words.thousand
    .split('|')
    .toSorted((one) => (one === 'mila' ? 1 : -1));
  const counts = [...values].filter(
    ([, value]) => value > 1 && (value <= 20 || value % 5 === 0) && value < 1_000,
  );
  const hundreds = [...values].filter(([, value]) => value >= 100 && value % 100 === 0 && value < 1_000);
  const thousands = [
    [single, 1] as const,
    ...counts.map(([word, count]) => [word + several, count] as const),
  ];
  for (const [word, count] of thousands) {
    values.set(word, count * 1_000);
    for (const [rest, value] of hundreds) values.set(word + rest, count * 1_000 + value);
  }
}

/** German, Dutch and Italian write "zweihundert" and "tweehonderdvijftig" as one word; up to 999 in full hundreds and fifties. */
function addCompoundHundreds(language: string, values: Map<string, number>, words: NumberWords): void {
  if (language !== 'de' && language !== 'nl' && language !== 'it') return;
  const rests = [...values].filter(([, value]) => value > 0 && value < 100 && value % 5 === 0);
  for (let count = 1; count <= 9; count += 1) {
    for (const unit of count === 1 ? [''] : (words.low[count] ?? '').split('|')) {
      const hundred = unit + words.hundred;
      values.set(hundred, count * 100);
      for (const [rest, value] of rests) values.set(hundred + rest, count * 100 + value);
    }
  }
}
