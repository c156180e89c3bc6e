import type { GateRuling, VetoFacts } from '@baton/shared-types';
import type { ConversationHistory } from '../history.js';
import type { Understanding } from '../understanding/reading.js';
import type { QualificationWords } from '../words/qualification-words.js';

export interface GateFacts {
  readonly veto: VetoFacts;
  readonly understanding: Understanding;
  readonly history: ConversationHistory;
  /** Turns of the assistant that the playbook allows in one conversation. */
  readonly turnLimit: number;
}

/** A visitor who sends the same line this often in a row is a loop: two machines talking, or a stuck key. */
const LOOP_LENGTH = 4;

type GateWords = QualificationWords['gate'];

interface GateRule extends Pick<GateRuling, 'outcome' | 'rule'> {
  readonly because: (say: GateWords, facts: GateFacts) => string;
  readonly applies: (facts: GateFacts) => boolean;
}

/** In order; the first that applies is final. */
const RULES: readonly GateRule[] = [
  {
    outcome: 'stop',
    rule: 'human_owns',
    because: (say) => say.humanOwns,
    applies: ({ veto }) => veto.humanOwns,
  },
  {
    outcome: 'stop',
    rule: 'automation_paused',
    because: (say) => say.automationPaused,
    applies: ({ veto }) => veto.automationPaused,
  },
  {
    outcome: 'stop',
    rule: 'turn_limit',
    because: (say) => say.turnLimit,
    applies: ({ veto, turnLimit }) => veto.turnsTaken >= turnLimit,
  },
  {
    outcome: 'stop',
    rule: 'loop',
    because: (say) => say.loop,
    applies: ({ history }) => isLoop(history),
  },
  {
    outcome: 'stop',
    rule: 'repeated_abuse',
    because: (say) => say.repeatedAbuse,
    applies: ({ understanding, history }) => isAbuse(understanding) && history.abuseCount > 0,
  },
  {
    outcome: 'restrict',
    rule: 'opt_out',
    because: (say) => say.optOut,
    applies: ({ understanding }) => understanding.flags.optOut || understanding.intents.includes('opt_out'),
  },
  {
    outcome: 'restrict',
    rule: 'abuse',
    because: (say) => say.abuse,
    applies: ({ understanding }) => isAbuse(understanding),
  },
  {
    outcome: 'restrict',
    rule: 'do_not_contact',
    because: (say) => say.doNotContact,
    applies: ({ veto }) => veto.doNotContact,
  },
  {
    outcome: 'restrict',
    rule: 'last_turn',
    because: (say) => say.lastTurn,
    applies: ({ veto, turnLimit }) => veto.turnsTaken === turnLimit - 1 && turnLimit > 1,
  },
  {
    outcome: 'restrict',
    rule: 'model_budget',
    because: (say, { veto }) =>
      veto.spentBudget === undefined ? say.modelBudget : say.spent[veto.spentBudget],
    applies: ({ veto }) => veto.modelBudgetSpent,
  },
];

/** The safety gate: first and final. No later step of the turn can override it. */
export function ruleOnTurn(facts: GateFacts, words: GateWords): GateRuling {
  const hit = RULES.find((rule) => rule.applies(facts));
  if (!hit) return { outcome: 'pass', rule: 'none', because: words.pass };
  return { outcome: hit.outcome, rule: hit.rule, because: hit.because(words, facts) };
}

function isAbuse({ flags, intents }: Understanding): boolean {
  return flags.abuse || intents.includes('abuse');
}

function isLoop({ visitorTexts }: ConversationHistory): boolean {
  const last = visitorTexts.slice(-LOOP_LENGTH).map(({ text }) => text.trim().toLowerCase());
  return last.length === LOOP_LENGTH && new Set(last).size === 1;
}
