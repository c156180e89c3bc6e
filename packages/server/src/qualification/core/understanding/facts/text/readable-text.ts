import type { VisitorMessage } from '../../reading.js';
import { foldText } from './fold-text.js';

/** Words that give orders to the machine instead of stating a fact. What stands in them is no fact. */
const ORDER =
  /<!--.{0,2000}?(?:-->|$)|\[(?:system|assistant|admin|inst|developer)[^\]]{0,500}\]|(?:^|[\n.!?>"'(]\s{0,3})(?:#+\s?)?(?:system|assistant|developer|admin|sys|root)(?: (?:message|prompt|note|override|mode))?\s?[:>][^\n]{0,2000}|[^.!?\n]{0,300}(?:ignore|disregard|forget|override|ignoriere|vergiss|ignora|ignorez|ignore[rz]?|oublie[zr]?|olvida|negeer)\s(?:all |any |all of |the |alle |toutes |todas |tutte |as |las |le |les |deine |ihre |tes |vos |tus |sus |je |jouw |uw |your |previous |prior |earlier |bisherigen |vorherigen ){0,4}(?:instructions?|rules?|prompts?|guidelines|anweisungen|regeln|vorgaben|consignes|regles|instrucciones|reglas|istruzioni|regole|instrucoes|regras|instructies|regels|everything above)[^\n]{0,600}|[^.!?\n]{0,200}(?:mark|set|flag|score|classify|treat|rate|record|log|register) (?:me|us|this|it|the|my|verdict|lead|this lead|this chat|this visitor)[^.!?\n]{0,30} (?:as|to|at) ?(?:a )?(?:"|')?(?:qualified|hot|vip|verified|high|approved|enterprise|100|10)[^\n]{0,300}|verdict\s?[=:]\s?\S{1,20}/g;

/** People state facts in their first words; what a pasted document says further down is none. */
const LONGEST = 4_000;

/**
 * A message's text folded for matching, with orders to the machine blanked out. An index into it is an index
 * into the text; what lies beyond the first 4,000 units is left out.
 */
export function readableText(message: VisitorMessage): string {
  const folded = foldText(message.text.slice(0, LONGEST));
  if (
    !/ignor|system|assistant|<!--|mark |verdict|disregard|forget|override|developer|admin|vergiss|oubli|olvid|negeer|score |classify|treat |flag |set |rate |record |register /.test(
      folded,
    )
  )
    return folded;
  return folded.replace(ORDER, (order) => ' '.repeat(order.length));
}
