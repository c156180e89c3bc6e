import { alternatives, list } from '../../text/phrases.js';

/** What the words around a number say about it. */
export type Bound = 'exact' | 'upper' | 'lower';

const UPPER_BEFORE = list(`
  up to, upto, upto max, max, maximum, maximum of, a maximum of, max of, at most, at the most,
  no more than, not more than, no more then, not over, not above, not exceed, not to exceed, under,
  below, less than, fewer than, within, capped at, cap, cap of, cap is, cap at, ceiling, ceiling of, ceiling is,
  limit is, limit of, limit at, anything over, anything above, nothing over, nothing above, deckel, deckel bei, obergrenze, schmerzgrenze, plafond, cant go over, can't go over, cannot go over, cant go above,
  can't go above, keep it under, keep it below, must stay under, stay under, stay below, tops, mehr wie, nod meh als, nod meh wie, bis zu, bis, hochstens, hoechstens, maximal, unter,
  weniger als, nicht mehr als, nicht uber, jusqu.a, au maximum, au plus, moins de, pas plus de,
  ne pas depasser, ne depasse pas, plafond de, plafond est de, plafonne a, hasta, como maximo, maximo, a lo sumo,
  menos de, no mas de, tope de, un tope de, tope es de, tope es, fino a, al massimo, massimo, meno di, non piu di, entro i,
  sotto i, non oltre, ate, no maximo, nao mais de, nao mais que, teto de, teto e de, teto e, tetto e di, abaixo de, tot, maximaal,
  hoogstens, hooguit, minder dan, niet meer dan, onder de, onder
`);
const UPPER_AFTER = list(`
  tops, max, maximum, at the very most, at the absolute most, mehr gibt, mehr geht nicht, mehr ist nicht drin, mehr haben wir nicht, at most, at the most, at the outside, or less, or under, or so max, hochstens,
  hoechstens, maximal, oder weniger, au max, au maximum, maxi, grand maximum, au plus, como maximo,
  como mucho, maximo, de tope, tope, a lo sumo, al massimo, massimo, no maximo, maximo mesmo, maximaal,
  hooguit, op zijn hoogst, and no more, not more, not a cent more, not a penny more, keinen cent mehr, mehr nicht, pas plus, no mas,
  non di piu, e non oltre, nao mais
`);
const LOWER_BEFORE = list(`
  over, more than, at least, min, minimum, a minimum of, not less than, no less than, no fewer than,
  upwards of, north of, above, well over, mindestens, uber, ueber, mehr als, wenigstens, minimal,
  gut uber, au moins, plus de, minimum de, al menos, por lo menos, mas de, como minimo, minimo, almeno,
  piu di, oltre, oltre i, come minimo, pelo menos, mais de, no minimo, acima de, minstens, ten minste,
  tenminste, meer dan, ruim boven, boven de
`);
const LOWER_AFTER = list(`
  \\+, plus, or more, and up, at least, minimum, min, and counting, oder mehr, und mehr, mindestens,
  aufwarts, ou plus, au moins, au minimum, minimum, o mas, como minimo, minimo, por lo menos, al menos,
  o piu, almeno, come minimo, in su, ou mais, no minimo, pelo menos, of meer, minstens
`);

/** Words that say "roughly": they stand between a bound and its number and change nothing. */
export const ROUGHLY = list(`
  about, abt, around, roughly, approx, approximately, circa, ca, c, like, maybe, some, probably, say,
  almost, nearly, close to, just, only, etwa, ungefahr, ungefaehr, rund, so, zirka, knapp, fast,
  vielleicht, so um die, environ, a peu pres, autour de, presque, dans les, unos, unas, alrededor de,
  aproximadamente, mas o menos, como, casi, sobre, quiza, intorno a, intorno ai, circa, quasi, forse,
  cerca de, por volta de, uns, umas, quase, mais ou menos, talvez, ongeveer, rond de, zo.n, een stuk of,
  bijna, misschien, a total of, total of
`);

const MONEY_SIGN =
  '(?:(?:us|au|a|c|ca|s|sg|nz|hk|r)?[$€¤£¥₹₦₺₪₩]|rs\\.?|usd|eur|gbp|chf|aud|cad|sgd|inr|jpy|nzd|sek|nok|dkk|zar|brl|mxn|aed)';
const GAP = `\\.?:?\\s{0,2}(?:(?:${alternatives(ROUGHLY)}|~)\\.?\\s{1,2})?(?:an?\\s|une?\\s|una\\s|uma?\\s|een\\s|eine[nm]?\\s)?${MONEY_SIGN}?\\s?$`;

const beforeUpper = new RegExp(`(?<![a-z0-9])(?:${alternatives(UPPER_BEFORE)})${GAP}`);
const beforeLower = new RegExp(`(?<![a-z0-9])(?:${alternatives(LOWER_BEFORE)})${GAP}`);
const afterUpper = new RegExp(`^[\\s,(]{0,2}(?:${alternatives(UPPER_AFTER)})(?![a-z0-9])`);
const afterLower = new RegExp(`^[\\s,(]{0,2}(?:${alternatives(LOWER_AFTER)})(?![a-z0-9])`);
const roughly = new RegExp(`(?<![a-z0-9])(?:${alternatives(ROUGHLY)})\\.?\\s{1,2}$|~\\s?$`);

/** The bound that the words just before `start` set, and where those words begin. */
export function boundBefore(
  folded: string,
  start: number,
): { readonly bound: Bound; readonly start: number } {
  const from = Math.max(0, start - 40);
  const before = folded.slice(from, start);
  const upper = beforeUpper.exec(before);
  if (upper !== null) return { bound: 'upper', start: from + upper.index };
  const lower = beforeLower.exec(before);
  if (lower !== null) return { bound: 'lower', start: from + lower.index };
  const rough = roughly.exec(before);
  return { bound: 'exact', start: rough === null ? start : from + rough.index };
}

/** The bound that the words just after `end` set, and where those words end. */
export function boundAfter(folded: string, end: number): { readonly bound: Bound; readonly end: number } {
  const after = folded.slice(end, end + 24);
  const upper = afterUpper.exec(after);
  if (upper !== null) return { bound: 'upper', end: end + upper[0].length };
  const lower = afterLower.exec(after);
  if (lower !== null) return { bound: 'lower', end: end + lower[0].length };
  return { bound: 'exact', end };
}
