import { matchesOf } from '../../matches-of.js';
import { list } from '../../text/phrases.js';
import type { NumberAtom } from './number-atom.js';

const DIGITS =
  /(?<![\w.,'/#])\d{1,2}(?:,\d{2}){1,3},\d{3}(?![\d]|[.,]\d)|(?:(?<![\w.,'/#])|(?<=(?<![a-z])(?:usd|eur|gbp|chf|inr|rs\.?|aud|cad|aed|sgd|ngn|zar|nok|sek|dkk|pln|brl|mxn|r|n|kr|us)))\d{1,3}(?:[.,' ]\d{3}){1,3}(?:[.,]\d{1,2})?(?![\d]|[.,]\d)|(?:(?<![\w.,'/#])|(?<=(?<![a-z])(?:usd|eur|gbp|chf|inr|rs\.?|aud|cad|aed|sgd|ngn|zar|nok|sek|dkk|pln|brl|mxn|r|n|kr|us)))\d{1,9}(?:[.,]\d{1,2})?(?![\d]|[.,]\d)/g;
/** Stretches whose digits are no quantity: addresses, links, phone numbers, clock times, dates in digits, file numbers. */
const NOT_A_QUANTITY =
  /(?<!\S)\S{0,200}@\S{1,80}|https?:\/\/\S{1,200}|www\.\S{1,100}|\+\d[\d\s()./-]{5,22}\d|(?<![\d.,])\(?0\d{1,5}\)?[\s/.-]{0,2}\d[\d\s/.-]{4,18}\d|\(\d{3}\)\s?\d{3}[\s-]\d{4}|(?<![\d.,])\d{3}[\s-]\d{3}[\s-]\d{4}(?!\d)|\b\d{1,2}:\d{2}\b|\b24\s?\/\s?7\b|(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)|(?<![\d.])\d{1,2}\.\d{1,2}\.(?:\d{2,4})?(?!\d)|(?<![\d/])\d{1,2}\/\d{1,2}\/\d{2,4}|(?<![a-z])[a-z]{2,8}-\d{2,9}(?!\d)|(?:#|\b(?:(?:account|order|ticket|file|invoice|case|ref|customer|contract|serial|policy|po|kunden|auftrags|rechnungs)[\s-]?no|nr|num|n°|number|nummer|numero|ticket|order|account|case|file|invoice|rechnung|factura|facture|fattura|fatura|factuur|commande|pedido|ordine)\.?:?)\s?(?:is |was |nr\.? |no\.? |number )?\d[\d/-]{1,15}/g;
const MULTIPLIER =
  /^\s?(k|tsd|thousand|tausender|tausend|mille|mila|mil|duizend|grand|millionen|millions?|millones|millon|milhoes|milhao|milioni|milione|miljoen|mio|mn|mln|lakhs?|lacs?|crores?|cr)(?:ish)?(?![a-z])\.?/;
const ISH = /^\s?-?ish(?![a-z])/;

const SCALES: ReadonlyMap<string, number> = new Map([
  ...list(`
  k, tsd, thousand, tausend, tausender, mille, mila, mil, duizend, grand
`).map((word) => [word, 1_000] as const),
  ...['lakh', 'lakhs', 'lac', 'lacs'].map((word) => [word, 100_000] as const),
  ...['crore', 'crores', 'cr'].map((word) => [word, 10_000_000] as const),
]);

/** Numbers written in digits, with their grouping and multiplier ("1.380,00", "1 500", "2.5 million", "20k"). */
export function findDigits(folded: string): readonly NumberAtom[] {
  if (!/\d/.test(folded)) return [];
  const blocked = [...matchesOf(folded, NOT_A_QUANTITY)].map(
    (match) => [match.index, match.index + match[0].length] as const,
  );
  const atoms: NumberAtom[] = [];
  for (const match of matchesOf(folded, DIGITS)) {
    const start = match.index;
    const end = start + match[0].length;
    if (blocked.some(([from, to]) => start < to && end > from)) continue;
    // "0173" is the end of a number to call.
    if (/^0\d/.test(match[0])) continue;
    const multiplier = multiplierAfter(folded, end);
    const value = Math.round(parseDigits(match[0]) * multiplier.scale * 100) / 100;
    const ish = ISH.exec(folded.slice(multiplier.end, multiplier.end + 5));
    if (
      /^[a-z]/.test(folded.slice(multiplier.end)) &&
      ish === null &&
      !(
        /[$€¤£]\s?$/.test(folded.slice(Math.max(0, start - 2), start)) &&
        /^(?:pm|pcm|pa|pcpm|pppm)(?![a-z])/.test(folded.slice(multiplier.end))
      ) &&
      !/^(?:x|pax|ppl|p|u|er|ers|pp)(?![a-z])/.test(folded.slice(multiplier.end))
    )
      continue;
    atoms.push({
      start,
      end: multiplier.end + (ish?.[0].length ?? 0),
      value,
      scale: multiplier.scale,
      multiplier: multiplier.word,
      spelled: false,
    });
  }
  return atoms;
}

/** The multiplier that follows a number, if any. */
export function multiplierAfter(
  folded: string,
  end: number,
): { scale: number; word: string | null; end: number } {
  const match = MULTIPLIER.exec(folded.slice(end, end + 12));
  const word = match?.[1];
  if (match === null || word === undefined) return { scale: 1, word: null, end };
  return {
    scale: SCALES.get(word) ?? 1_000_000,
    word,
    end: end + match[0].replace(/\.$/, '').replace(/ish$/, '').length,
  };
}

/** A separator followed by exactly three digits groups thousands; any other last separator is the decimal one. */
function parseDigits(written: string): number {
  const decimal = /[.,](\d{1,2})$/.exec(written);
  const whole = decimal === null ? written : written.slice(0, decimal.index);
  const digits = whole.replace(/[.,' ]/g, '');
  return Number(decimal === null ? digits : `${digits}.${decimal[1] ?? '0'}`);
}
