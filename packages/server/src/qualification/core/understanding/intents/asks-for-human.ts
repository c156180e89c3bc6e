import { splitClauses, splitSentences } from '../facts/text/split-clauses.js';
import { ONLY_HUMAN, WANTS_HUMAN, WANTS_HUMAN_ELSEWHERE, WANTS_NO_HUMAN } from './contact-cues.js';
import { ASKS_WHAT_YOU_ARE, INDIRECT_REQUESTS, NEEDS_NO_CALL, THEIR_TALK } from './human-cues.js';

const REQUESTS: readonly RegExp[] = [WANTS_HUMAN, WANTS_HUMAN_ELSEWHERE, ...INDIRECT_REQUESTS];
const MACHINE_AFTER =
  /^.{0,24}(?:bots?|robots?|machines?|chatbots?|computer|roboter|maschine|maquina|macchina|robo|ki|ai)(?![a-z])/;

/** True when the words ask for a human being, by chat or by phone. "No need to call" asks for nobody. Folded. */
export function asksForHuman(text: string): boolean {
  if (ONLY_HUMAN.test(text.trim())) return true;
  const clauses = splitClauses(text).map(({ start, end }) => text.slice(start, end));
  const refused = clauses.filter(refusesHuman);
  return splitSentences(text).some(({ start, end }) => {
    const sentence = text.slice(start, end);
    // What a clause refuses, it does not ask for; the rest of the sentence still may.
    const open = refused.reduce((rest, clause) => rest.replace(clause, ' '), sentence);
    return REQUESTS.some((request) => {
      const match = request.exec(open);
      return match !== null && !THEIR_TALK.test(open.slice(0, match.index)) && !ASKS_WHAT_YOU_ARE.test(open);
    });
  });
}

/** "I don't want to talk to a bot" refuses the machine, not the person. */
function refusesHuman(clause: string): boolean {
  const refusal = WANTS_NO_HUMAN.exec(clause) ?? NEEDS_NO_CALL.exec(clause);
  if (refusal === null) return false;
  return !MACHINE_AFTER.test(clause.slice(refusal.index + refusal[0].length));
}
