import { splitClauses, splitSentences } from '../text/split-clauses.js';
import { ONLY_HUMAN, WANTS_HUMAN, WANTS_HUMAN_ELSEWHERE, WANTS_NO_HUMAN } from './contact-cues.js';
import { ASKS_WHAT_YOU_ARE, INDIRECT_REQUESTS, NEEDS_NO_CALL, THEIR_TALK } from './human-cues.js';

const REQUESTS: readonly RegExp[] = [WANTS_HUMAN, WANTS_HUMAN_ELSEWHERE, ...INDIRECT_REQUESTS];
const MACHINE_AFTER =
  /^.{0,24}(?:bots?|robots?|machines?|chatbots?|computer|roboter|maschine|maquina|macchina|robo|ki|ai)(?![a-z])/;

/**
 * True when the words ask for a human being, by chat or by phone. "No need to call" asks for nobody. Folded. Each
 * pattern runs over all sentences before the next one does: they are large, and to run them in turns takes far longer.
 */
export function asksForHuman(text: string): boolean {
  if (ONLY_HUMAN.test(text.trim())) return true;
  const refused = refusalsOf(splitClauses(text).map(({ start, end }) => text.slice(start, end)));
  // What a clause refuses, it does not ask for; the rest of the sentence still may.
  const open = splitSentences(text).map(({ start, end }) =>
    refused.reduce((rest, clause) => rest.replace(clause, ' '), text.slice(start, end)),
  );
  return REQUESTS.some((request) => open.some((sentence) => asks(request, sentence)));
}

function asks(request: RegExp, sentence: string): boolean {
  const match = request.exec(sentence);
  return (
    match !== null && !THEIR_TALK.test(sentence.slice(0, match.index)) && !ASKS_WHAT_YOU_ARE.test(sentence)
  );
}

/** The clauses that refuse a person. "I don't want to talk to a bot" refuses the machine. */
function refusalsOf(clauses: readonly string[]): readonly string[] {
  const wantsNone = clauses.map((clause) => WANTS_NO_HUMAN.exec(clause));
  return clauses.filter((clause, index) => {
    const refusal = wantsNone[index] ?? NEEDS_NO_CALL.exec(clause);
    return refusal !== null && !MACHINE_AFTER.test(clause.slice(refusal.index + refusal[0].length));
  });
}
