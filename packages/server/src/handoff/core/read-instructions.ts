import type { PlaybookSlot, SlotKind, Steer } from '@baton/shared-types';

/** How people name each kind of fact to a colleague, in English and German. */
const NAMES: Readonly<Record<SlotKind, RegExp>> = {
  name: /(?<!company )(?<!user )\bnamen?\b|\bwho (?:it|she|he|they) (?:is|are)\b/i,
  email: /\be-?mail|\bmail(?:adresse| address)?\b/i,
  phone: /\bphone|\bmobile\b|\btelefon|\bhandy|\bcall(?:ing)? (?:her|him|them) back\b|\brückruf/i,
  company: /\bcompany|\bfirma\b|\bunternehmen\b|\borgani[sz]ation\b/i,
  role: /\brole\b|\bjob title\b|\bposition\b|\brolle\b|\bfunktion\b/i,
  country: /\bcountry\b|\bland\b|\bwhere (?:she|he|they)\b/i,
  team_size: /\bteam ?size\b|\bhow many\b|\bseats?\b|\bhead ?count\b|\bwie viele\b|\bteamgröße\b|\banzahl\b/i,
  budget: /\bbudget\b|\bspend\b|\bprice range\b|\bpreisrahmen\b/i,
  timeline: /\btime ?(?:line|frame)\b|\bdeadline\b|\bwhen\b|\bhow soon\b|\bwann\b|\bzeit(?:plan|rahmen)\b/i,
  use_case: /\buse ?case\b|\bwhat (?:it is|they need it|she needs it|he needs it) for\b|\banwendungsfall\b/i,
  current_tool:
    /\b(?:current|present|existing|today's) (?:tool|system|software|solution|setup)\b|\bwhat they use\b|\bbisherige/i,
};

const ASKS =
  /\b(?:ask|find out|get|clarify|check|collect|learn|need|note down|frage?n?|kläre?n?|erfrage?n?|finde?n?|hole?n?|brauchen?)\b/i;
const FORBIDS =
  /\b(?:do not|don[’']t|never|no need to|stop|avoid|without|not again|leave out|skip|nicht|kein(?:e|en)?|niemals|ohne|vermeide?n?)\b/i;

/**
 * What an agent's instructions mean for the assistant's questions: which to put next, and which to put no more. Read once,
 * when they are given, and kept beside the words, so that every later turn decides from what stands in the log.
 */
export function readInstructions(
  text: string,
  slots: readonly Pick<PlaybookSlot, 'key' | 'kind' | 'label'>[],
): Steer {
  const clauses = text.split(/[.;!?\n]+|,?\s+\b(?:but|and then|instead|aber|sondern|dann)\b/i);
  const named = (clause: string) =>
    slots
      .filter(({ kind, label }) => NAMES[kind].test(clause) || contains(clause, Object.values(label)))
      .map(({ key }) => key);
  const avoid = new Set(clauses.filter((each) => FORBIDS.test(each)).flatMap(named));
  const ask = new Set(clauses.filter((each) => ASKS.test(each) && !FORBIDS.test(each)).flatMap(named));
  return { ask: [...ask].filter((key) => !avoid.has(key)), avoid: [...avoid] };
}

function contains(clause: string, labels: readonly string[]): boolean {
  const lower = clause.toLowerCase();
  return labels.some((label) => label.length > 3 && lower.includes(label.toLowerCase()));
}
