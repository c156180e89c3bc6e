import type { SlotKind } from '@baton/shared-types';

/** How people ask for a fact, in English and German. Narrow on purpose: a question that is not surely one is not counted. */
const ASKED: readonly (readonly [kind: SlotKind, pattern: RegExp])[] = [
  [
    'name',
    /\b(?:(?:what(?:'s| is)|may i (?:have|ask)|can i have|tell me) your (?:full |last |first )?name|who am i (?:speaking|talking|chatting) (?:to|with)|wie hei(?:ß|ss)en sie|wie ist ihr name|ihren namen)/iu,
  ],
  ['email', /\b(?:your (?:work |business )?e-?mail|e-?mail address|ihre e-?mail|mailadresse)/iu],
  [
    'phone',
    /\b(?:your (?:phone|mobile|telephone)|phone number|number (?:can|may) (?:i|we) (?:call|reach)|telefonnummer|rufnummer)/iu,
  ],
  [
    'company',
    /\b(?:(?:which|what) company|company (?:do you|are you)|where do you work|your company(?:'s)? name|welche[rsm]? (?:firma|unternehmen)|wo arbeiten sie)/iu,
  ],
  [
    'role',
    /\b(?:your (?:role|position|job title)|what do you do (?:at|there)|ihre (?:rolle|position|funktion))/iu,
  ],
  [
    'team_size',
    /\b(?:how many (?:people|users|seats|employees|colleagues|agents|licen[cs]es)|how (?:big|large) is your (?:team|company)|wie viele (?:personen|leute|nutzer|mitarbeiter|mitarbeitende|plätze|lizenzen)|wie gro(?:ß|ss) ist ihr)/iu,
  ],
  [
    'budget',
    /\b(?:your budget|budget (?:do you|have you)|how much (?:can|could|do) you (?:spend|pay)|ihr budget|welches budget)/iu,
  ],
  [
    'timeline',
    /\b(?:when (?:do|would|will|are) you (?:want|like|need|plan|start|planning|going|looking)|how soon|your timeline|bis wann|wann (?:möchten|wollen|soll|brauchen|planen))/iu,
  ],
  [
    'country',
    /\b(?:which|what) country|\bwhere are you (?:based|located)|\b(?:in welchem land|aus welchem land)/iu,
  ],
];

const SENTENCE_END = /(?<=[.!?])\s+/u;

/** The kinds of facts that a text asks the visitor for, each once. Only sentences that end as questions count. */
export function questionsAbout(text: string): readonly SlotKind[] {
  const questions = text.split(SENTENCE_END).filter((sentence) => sentence.trimEnd().endsWith('?'));
  return ASKED.filter(([, pattern]) => questions.some((question) => pattern.test(question))).map(
    ([kind]) => kind,
  );
}
