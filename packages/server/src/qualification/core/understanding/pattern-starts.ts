import { AST, parseRegExpLiteral } from '@eslint-community/regexpp';

/**
 * With which three characters a match of a pattern can begin, where the pattern matches at the beginning of a word only.
 * Most of ours do, and few words of a text begin so: whoever knows them need not try the rest.
 */
export interface PatternStarts {
  /** A bit for each key (`keyOf`) with which a match can begin. */
  readonly bits: Uint32Array;
  /** The pattern, to be tried at one place. */
  readonly sticky: RegExp;
}

/** So many characters of a beginning are looked at. */
const LENGTH = 3;
/** Keys are below this. */
const KEYS = 2 ** 15;

/**
 * Three characters as one number. Each counts with five bits, in which capitals are small letters; that others share
 * a key as well costs no more than to try a place in vain.
 */
export function keyOf(first: number, second: number, third: number): number {
  return ((first & 31) << 10) | ((second & 31) << 5) | (third & 31);
}

/** Characters beyond ASCII may fold to any other: where one stands, every pattern is tried. */
export function isBeyondAscii(code: number): boolean {
  return code > LAST_ASCII;
}

const LAST_ASCII = 127;

/** Here and behind it any character may stand. */
const ANY = '\u0000';
/** More beginnings than this make a pattern that may begin with anything. */
const MOST = 20_000;

const known = new WeakMap<RegExp, PatternStarts | null>();

/** What is known of a pattern's beginnings; null when it may match elsewhere, or begin with anything. */
export function startsOf(pattern: RegExp): PatternStarts | null {
  const held = known.get(pattern);
  if (held !== undefined) return held;
  const starts = derive(pattern);
  known.set(pattern, starts);
  return starts;
}

function derive(pattern: RegExp): PatternStarts | null {
  const { pattern: parsed } = parseRegExpLiteral(pattern);
  if (!parsed.alternatives.every(beginsWithWord)) return null;
  const beginnings = ofAlternatives(parsed.alternatives);
  if (beginnings === null) return null;
  const bits = new Uint32Array(KEYS / 32);
  for (const beginning of beginnings) {
    if (beginning === '' || beginning.startsWith(ANY)) return null;
    for (const key of keysOf(beginning)) bits[key >> 5] = (bits[key >> 5] ?? 0) | (1 << (key & 31));
  }
  const flags = pattern.flags.replace(/[gy]/g, '');
  return { bits, sticky: new RegExp(pattern.source, `${flags}y`) };
}

/** The keys of all that begins so. */
function keysOf(beginning: string): readonly number[] {
  const known = [...beginning.replace(ANY, '')].map((character) => [character.charCodeAt(0)]);
  const open = Array.from({ length: LENGTH - known.length }, () =>
    Array.from({ length: 32 }, (_, code) => code),
  );
  const [first = [], second = [], third = []] = [...known, ...open];
  return first.flatMap((one) => second.flatMap((two) => third.map((three) => keyOf(one, two, three))));
}

/** "(?<![a-z])…": no letter stands before. */
function beginsWithWord({ elements }: AST.Alternative): boolean {
  for (const element of elements) {
    if (element.type === 'Assertion') {
      if (element.kind === 'lookbehind' && element.negate && element.alternatives.some(isAnyLetter))
        return true;
      continue;
    }
    if (element.type === 'Group' || element.type === 'CapturingGroup')
      return element.alternatives.every(beginsWithWord);
    return false;
  }
  return false;
}

function isAnyLetter({ elements }: AST.Alternative): boolean {
  const [only, ...more] = elements;
  if (only === undefined || more.length > 0) return false;
  if (only.type === 'CharacterSet') return isLetterSet(only);
  if (only.type !== 'CharacterClass' || only.negate) return false;
  return only.elements.some(
    (it) =>
      (it.type === 'CharacterClassRange' && it.min.value <= 97 && it.max.value >= 122) ||
      (it.type === 'CharacterSet' && isLetterSet(it)),
  );
}

/** `\p{L}` */
function isLetterSet(set: AST.CharacterSet): boolean {
  return set.kind === 'property' && set.key === 'General_Category' && set.value === 'L' && !set.negate;
}

/** Up to three characters each: all of them where shorter, with `ANY` where anything may follow. Null: too many. */
type Beginnings = ReadonlySet<string>;

function ofAlternatives(alternatives: readonly AST.Alternative[]): Beginnings | null {
  return union(alternatives.map(({ elements }) => ofSequence(elements)));
}

function union(parts: readonly (Beginnings | null)[]): Beginnings | null {
  const all = new Set<string>();
  for (const part of parts) {
    if (part === null) return null;
    for (const beginning of part) all.add(beginning);
    if (all.size > MOST) return null;
  }
  return all;
}

function ofSequence(elements: readonly AST.Element[]): Beginnings | null {
  let so: Beginnings = new Set(['']);
  for (const element of elements) {
    if ([...so].every(isWhole)) break;
    const next = ofElement(element);
    if (next === null) return null;
    const joined = join(so, next);
    if (joined === null) return null;
    so = joined;
  }
  return so;
}

function isWhole(beginning: string): boolean {
  return beginning.length === LENGTH || beginning.endsWith(ANY);
}

function join(ones: Beginnings, others: Beginnings): Beginnings | null {
  const all = new Set<string>();
  for (const one of ones) {
    if (isWhole(one)) all.add(one);
    else for (const other of others) all.add((one + other).slice(0, LENGTH));
    if (all.size > MOST) return null;
  }
  return all;
}

function ofElement(element: AST.Element): Beginnings | null {
  switch (element.type) {
    case 'Assertion':
      return new Set(['']);
    case 'Group':
    case 'CapturingGroup':
      return ofAlternatives(element.alternatives);
    case 'Character':
      return ofCode(element.value);
    case 'CharacterClass':
      return element.negate ? new Set([ANY]) : ofClass(element.elements);
    case 'CharacterSet':
      return ofSet(element);
    case 'Quantifier':
      return ofQuantifier(element);
    default:
      return new Set([ANY]);
  }
}

function ofQuantifier({ element, min, max }: AST.Quantifier): Beginnings | null {
  const once = ofElement(element);
  if (once === null) return null;
  // After as many repetitions as are looked at their number makes no difference.
  const often: (Beginnings | null)[] = [new Set([''])];
  for (let times = 1; times <= Math.min(max, LENGTH); times += 1) {
    const before = often.at(-1);
    often.push(before == null ? null : join(before, once));
  }
  return union(often.slice(Math.min(min, LENGTH)));
}

function ofCode(code: number): Beginnings {
  // Beyond ASCII every text is tried anyway.
  return isBeyondAscii(code) ? new Set() : new Set([String.fromCharCode(code)]);
}

function ofClass(elements: readonly AST.CharacterClassElement[]): Beginnings | null {
  const parts = elements.map((element): Beginnings | null => {
    if (element.type === 'Character') return ofCode(element.value);
    if (element.type === 'CharacterSet') return ofSet(element);
    if (element.type !== 'CharacterClassRange') return new Set([ANY]);
    const all = new Set<string>();
    for (let code = element.min.value; code <= Math.min(element.max.value, LAST_ASCII); code += 1)
      all.add(String.fromCharCode(code));
    return all;
  });
  return union(parts);
}

function ofSet(set: AST.CharacterSet): Beginnings {
  const pattern = SETS.find(([kind]) => kind === set.kind)?.[1];
  if (pattern === undefined || ('negate' in set && set.negate)) return new Set([ANY]);
  const all = new Set<string>();
  for (let code = 0; code <= LAST_ASCII; code += 1) {
    const character = String.fromCharCode(code);
    if (pattern.test(character)) all.add(character);
  }
  return all;
}

const SETS: readonly (readonly [AST.CharacterSet['kind'], RegExp])[] = [
  ['digit', /\d/],
  ['space', /\s/],
  ['word', /\w/],
];
