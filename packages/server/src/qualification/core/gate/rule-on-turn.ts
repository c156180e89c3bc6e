import type { GateRuling, VetoFacts } from '@baton/shared-types';
import type { ConversationHistory } from '../history.js';
import type { Understanding } from '../understanding/reading.js';

export interface GateFacts {
  readonly veto: VetoFacts;
  readonly understanding: Understanding;
  readonly history: ConversationHistory;
  /** Turns of the assistant that the playbook allows in one conversation. */
  readonly turnLimit: number;
}

/** A visitor who sends the same line this often in a row is a loop: two machines talking, or a stuck key. */
const LOOP_LENGTH = 4;

interface GateRule extends GateRuling {
  readonly applies: (facts: GateFacts) => boolean;
  /** A sentence that says more than `because`, where the facts have one. */
  readonly explain?: (facts: GateFacts) => string | null;
}

const SPENT: Readonly<Record<NonNullable<VetoFacts['spentBudget']>, string>> = {
  conversation: 'The conversation has used up its budget of the model.',
  visitor_day: 'The visitor has used up today’s budget of the model.',
  workspace_day: 'The workspace has used up today’s budget of the model.',
};

const PASS: GateRuling = { outcome: 'pass', rule: 'none', because: 'Nothing stands against this turn.' };

/** In order; the first that applies is final. */
const RULES: readonly GateRule[] = [
  {
    outcome: 'stop',
    rule: 'human_owns',
    because: 'A person owns the conversation.',
    applies: ({ veto }) => veto.humanOwns,
  },
  {
    outcome: 'stop',
    rule: 'automation_paused',
    because: 'Automatic answers are switched off.',
    applies: ({ veto }) => veto.automationPaused,
  },
  {
    outcome: 'stop',
    rule: 'turn_limit',
    because: 'The assistant has taken all the turns that the playbook allows.',
    applies: ({ veto, turnLimit }) => veto.turnsTaken >= turnLimit,
  },
  {
    outcome: 'stop',
    rule: 'loop',
    because: 'The visitor has sent the same line again and again.',
    applies: ({ history }) => isLoop(history),
  },
  {
    outcome: 'stop',
    rule: 'repeated_abuse',
    because: 'The visitor went on being abusive.',
    applies: ({ understanding, history }) => isAbuse(understanding) && history.abuseCount > 0,
  },
  {
    outcome: 'restrict',
    rule: 'opt_out',
    because: 'The visitor asks not to be contacted.',
    applies: ({ understanding }) => understanding.flags.optOut || understanding.intents.includes('opt_out'),
  },
  {
    outcome: 'restrict',
    rule: 'abuse',
    because: 'The visitor is abusive.',
    applies: ({ understanding }) => isAbuse(understanding),
  },
  {
    outcome: 'restrict',
    rule: 'do_not_contact',
    because: 'The visitor has asked before not to be contacted.',
    applies: ({ veto }) => veto.doNotContact,
  },
  {
    outcome: 'restrict',
    rule: 'last_turn',
    because: 'This is the last turn that the playbook allows.',
    applies: ({ veto, turnLimit }) => veto.turnsTaken === turnLimit - 1 && turnLimit > 1,
  },
  {
    outcome: 'restrict',
    rule: 'model_budget',
    because: 'The budget of the model is used up.',
    applies: ({ veto }) => veto.modelBudgetSpent,
    explain: ({ veto }) => (veto.spentBudget === undefined ? null : SPENT[veto.spentBudget]),
  },
];

/** The safety gate: first and final. No later step of the turn can override it. */
export function ruleOnTurn(facts: GateFacts): GateRuling {
  const hit = RULES.find((rule) => rule.applies(facts));
  if (!hit) return PASS;
  return { outcome: hit.outcome, rule: hit.rule, because: hit.explain?.(facts) ?? hit.because };
}

function isAbuse({ flags, intents }: Understanding): boolean {
  return flags.abuse || intents.includes('abuse');
}

function isLoop({ visitorTexts }: ConversationHistory): boolean {
  const last = visitorTexts.slice(-LOOP_LENGTH).map(({ text }) => text.trim().toLowerCase());
  return last.length === LOOP_LENGTH && new Set(last).size === 1;
}
