import { matchesOf } from '../matches-of.js';
import { oncePerText } from '../once-per-text.js';
import type { VisitorMessage } from '../reading.js';
import { foldText } from './fold-text.js';

const COMMENT = /<!--[\s\S]*?(?:-->|$)/g;
const SENTENCE = /[^.!?\n]+/g;
/** Words that give orders to the machine instead of stating a fact. */
const ORDER =
  /^[\s"'(>#]{0,4}(?:system|assistant|developer|admin|sys|root)(?: (?:message|prompt|note|override|mode))?\s?[:>]|\[(?:system|assistant|admin|inst|developer)|(?<![a-z])(?:ignore|disregard|forget|override|ignoriere|vergiss|ignora|ignorez|ignorer|oubliez?|olvida|negeer)\s(?:all |any |all of |the |alle |toutes |todas |tutte |as |las |le |les |deine |ihre |tes |vos |tus |sus |je |jouw |uw |your |previous |prior |earlier |bisherigen |vorherigen ){0,4}(?:instructions?|rules?|prompts?|guidelines|anweisungen|regeln|vorgaben|consignes|regles|instrucciones|reglas|istruzioni|regole|instrucoes|regras|instructies|regels|everything above)|(?<![a-z])(?:mark|set|flag|score|classify|treat|rate|record|log|register) (?:me|us|this|it|the|my|verdict|lead)(?![a-z])[^.!?\n]{0,30}\s(?:as|to|at)\s(?:a )?["']?(?:qualified|hot|vip|verified|high|approved|enterprise|100|10)(?![a-z])|verdict\s?[=:]/;

/** People state facts in their first words; what a pasted document says further down is none. */
const LONGEST = 4_000;

/**
 * A message's text folded for matching, with orders to the machine blanked out. An index into it is an index
 * into the text; what lies beyond the first 4,000 units is left out.
 */
export function readableText(message: VisitorMessage): string {
  return readable(message.text);
}

const readable = oncePerText((text): string => {
  const folded = foldText(text.slice(0, LONGEST));
  const shown = folded.includes('<!--') ? folded.replace(COMMENT, blank) : folded;
  let kept = shown;
  for (const match of matchesOf(shown, SENTENCE)) {
    if (!ORDER.test(match[0])) continue;
    // What follows an order on its line belongs to it.
    const lineEnd = shown.indexOf('\n', match.index);
    const end = lineEnd < 0 ? shown.length : lineEnd;
    kept = kept.slice(0, match.index) + ' '.repeat(end - match.index) + kept.slice(end);
    if (lineEnd < 0) break;
  }
  return kept;
});

function blank(order: string): string {
  return ' '.repeat(order.length);
}
