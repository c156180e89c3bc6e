import type { SlotValue } from '@baton/shared-types';
import type { ReadCandidate, VisitorMessage } from '../reading.js';
import { evidenceAt, rulesCandidate } from '../spans.js';

const AT_THE_END =
  /(?<!\d)(\d{2,5})(?!\d)[^.!?\n\d]{0,24}?(?:at the end|am ende|zum schluss|hinten|al final|[àa] la fin|no fi(?:m|nal)|alla fine|aan het eind(?:e)?)/iu;
const ENDS_IN =
  /(?:ends? (?:in|with)|ending (?:in|with)?|last (?:\w+ )?digits?(?: (?:are|is|should be))?|endet auf|endung|termina en|acaba en|(?:o |el |il |le )?final (?:[ée]|es|est|[èe])(?: o)?|se termine par|finit par|termina em|finisce con|eindigt op)[\s:]{0,3}(\d{2,5})(?!\d)/iu;
const ONE_NOT_OTHER =
  /(?<!\d)(\d{2,5})(?!\d)[\s,]{1,3}(?:not|nicht|statt|instead of|no|y no|pas|et pas|n[ãa]o|e n[ãa]o|non|e non|niet)\s(\d{2,5})(?!\d)/iu;

/** A correction of a part of a number: "it's 416 at the end, not 461". Null when there is none, or nothing to repair. */
export function readPhoneRepair(message: VisitorMessage, held: SlotValue | undefined): ReadCandidate | null {
  if (typeof held !== 'string') return null;
  const swap = ONE_NOT_OTHER.exec(message.text);
  const ending = AT_THE_END.exec(message.text) ?? ENDS_IN.exec(message.text);
  const match = ending ?? swap;
  const fresh = match?.[1];
  if (match === null || fresh === undefined) return null;
  const value = ending === null ? swapPart(held, fresh, swap?.[2] ?? '') : swapEnd(held, fresh);
  if (value === null || value === held) return null;
  return rulesCandidate({
    kind: 'phone',
    value,
    evidence: [evidenceAt(message, match.index, match.index + match[0].length)],
    confidence: 0.85,
    reason: (say) => say.phoneRepaired,
    corrects: true,
  });
}

function swapEnd(held: string, fresh: string): string | null {
  return held.length > fresh.length + 3 ? held.slice(0, -fresh.length) + fresh : null;
}

/** Replaces the last place where the wrong digits stand. */
function swapPart(held: string, fresh: string, wrong: string): string | null {
  const at = wrong === '' ? -1 : held.lastIndexOf(wrong);
  return at < 0 ? null : held.slice(0, at) + fresh + held.slice(at + wrong.length);
}
