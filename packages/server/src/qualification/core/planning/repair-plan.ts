import { STEPS, type Step } from '@baton/shared-types';
import { endingStep, owesAnswer } from './scripted-ladder.js';
import type { Situation } from './situation.js';

export interface RepairedPlan {
  readonly plan: readonly Step[];
  /** What was proposed and is not done, as it was proposed, cut to 40 characters. */
  readonly dropped: readonly string[];
}

const ENDINGS: readonly Step[] = ['ask', 'confirm', 'handoff', 'disqualify', 'close', 'skip'];

/**
 * Turns any proposal into a plan that may be executed: words of the closed vocabulary only, each once, only
 * what this situation allows, and exactly the ending that the rules demand.
 */
export function repairPlan(proposed: readonly unknown[], situation: Situation): RepairedPlan {
  if (situation.gate.outcome === 'stop') {
    return { plan: ['skip'], dropped: proposed.filter((step) => step !== 'skip').map(asText) };
  }
  const ending = endingStep(situation);
  const middle: Step[] = [];
  const dropped: string[] = [];
  for (const step of proposed) {
    if (step === ending) continue;
    if (isStep(step) && !middle.includes(step) && isAllowed(step, situation)) middle.push(step);
    else dropped.push(asText(step));
  }
  // The visitor is owed an answer, and the scores are owed to the agents, whatever was proposed.
  if (owesAnswer(situation) && !middle.includes('answer')) middle.unshift('answer');
  if (!middle.includes('qualify')) middle.push('qualify');
  return { plan: [...middle, ending], dropped };
}

function isAllowed(step: Step, situation: Situation): boolean {
  if (ENDINGS.includes(step)) return false;
  switch (step) {
    case 'lookup':
    case 'answer':
      return owesAnswer(situation);
    case 'offer_meeting':
      // No calendar is connected to a playbook of this schema.
      return false;
    default:
      return true;
  }
}

function isStep(value: unknown): value is Step {
  return STEPS.some((step) => step === value);
}

function asText(value: unknown): string {
  return (typeof value === 'string' ? value : `(${typeof value})`).slice(0, 40);
}
