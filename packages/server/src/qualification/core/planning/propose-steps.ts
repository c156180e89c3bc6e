import { QUALIFICATION_CUT } from '../policy/assess-lead.js';
import { planByLadder } from './scripted-ladder.js';
import type { Situation } from './situation.js';

/**
 * The planner's proposal for the turn. It is only a proposal: `repairPlan` drops what is unknown or not
 * allowed here. A meeting is proposed to a qualified visitor about whom enough is known; whether one can be
 * offered is not its business.
 */
export function proposeSteps(situation: Situation): readonly string[] {
  const steps: readonly string[] = planByLadder(situation);
  const learnt = situation.changes.length > 0;
  const useful = steps.filter((step) => learnt || step !== 'analyze_opportunity');
  const { verdict, gate, qualification } = situation;
  if (verdict !== 'qualified' || gate.outcome !== 'pass' || qualification < QUALIFICATION_CUT) return useful;
  const ending = useful.at(-1);
  return ending === undefined ? useful : [...useful.slice(0, -1), 'offer_meeting', ending];
}
