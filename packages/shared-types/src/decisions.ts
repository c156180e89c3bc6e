import type { MessageId, PlaybookId, TurnId } from './ids.js';
import type { Evidence, Provenance, SlotCandidate, SlotKey, SlotKind } from './slots.js';

/** What a visitor is after, as far as words tell. A chat may have several. */
export const INTENTS = [
  'sales',
  'support',
  'human_request',
  'complaint',
  'spam',
  'opt_out',
  'job_seeker',
  'partner_or_vendor',
  'small_talk',
  'abuse',
] as const;
export type Intent = (typeof INTENTS)[number];

/** What a visitor's words said so plainly that it counts by itself; once raised, a flag stays. */
export const VISITOR_FLAGS = [
  'optOut',
  'spam',
  'abuse',
  'jobSeeker',
  'noBusinessUse',
  'willNotBuy',
  'businessNeed',
] as const;
export type VisitorFlag = (typeof VISITOR_FLAGS)[number];

/** The outcome of qualification; `null` for a conversation that is not about buying. */
export type Verdict = 'qualified' | 'needs_review' | 'disqualified' | null;

export type Tier = 'A' | 'B' | 'C' | 'D';

/** The closed vocabulary of the planner. Nothing outside it is ever executed. */
export const STEPS = [
  'answer',
  'ask',
  'confirm',
  'lookup',
  'qualify',
  'analyze_opportunity',
  'offer_meeting',
  'compose',
  'handoff',
  'disqualify',
  'close',
  'skip',
] as const;
export type Step = (typeof STEPS)[number];

/** Facts that may veto a turn; read by the shell, judged by the safety gate. */
export interface VetoFacts {
  /** The site's or workspace's automation is switched off. */
  readonly automationPaused: boolean;
  /** The visitor has opted out before. */
  readonly doNotContact: boolean;
  /** A human owns the conversation. */
  readonly humanOwns: boolean;
  /** Turns the assistant has taken in this conversation. */
  readonly turnsTaken: number;
  /** One of the model's budgets is used up. */
  readonly modelBudgetSpent: boolean;
  /** Whose budget it is; absent when none is used up. */
  readonly spentBudget?: 'conversation' | 'visitor_day' | 'workspace_day';
}

/** `restrict` lets the deterministic part answer but keeps the model out; `stop` ends the turn in silence. */
export interface GateRuling {
  readonly outcome: 'pass' | 'restrict' | 'stop';
  readonly rule: string;
  readonly because: string;
}

/** A number with its reasons, from 0 to 1. */
export interface ReasonedScore {
  readonly value: number;
  readonly reasons: readonly ScoreReason[];
}
/** Where points come from: the rule, the slots it looked at, and the visitor's words that fill them. */
export interface ScoreReason {
  /** Id of the score-card line. */
  readonly rule: string;
  readonly points: number;
  readonly because: string;
  /** Slots whose evidence carries this reason. */
  readonly slots: readonly SlotKey[];
  readonly evidence: readonly Evidence[];
}

/** A judgement with the same four fields as any value; `confidence` is its `value`, `evidence` that of its reasons. */
export interface Assessment extends ReasonedScore, Provenance {}

/** What the composite score is made of. */
export const SCORE_PARTS = ['seniority', 'role_fit', 'reachability', 'propensity'] as const;
export type ScorePartName = (typeof SCORE_PARTS)[number];

export interface ScorePart {
  readonly part: ScorePartName;
  /** From 0 to 1; null while nothing is known that it could be judged by. */
  readonly value: number | null;
  /** The playbook's weight, renormalised over the parts that are known; 0 for one that is not. */
  readonly weight: number;
}

/**
 * The score of a lead. The points of its reasons are hundredths of `value` and add up to it.
 * `rule_based_fallback`: no answer of a model stands behind any of it.
 */
export interface CompositeScore extends ReasonedScore {
  readonly parts: readonly ScorePart[];
  readonly basis: 'rules_and_model' | 'rule_based_fallback';
}

/** Where an answer came from. */
export interface Citation {
  readonly title: string;
  readonly url: string | null;
}

/** What the assistant does in this turn: one move, phrased from a template of the playbook or by the model. */
export interface Move {
  readonly step: Step;
  /** The slot that is asked about or confirmed, else null. */
  readonly slot: SlotKey | null;
  /** Sentences of the reply in order, already final in the conversation's language. */
  readonly sentences: readonly string[];
  /** Buttons offered beside free typing. */
  readonly quickReplies: readonly string[];
  readonly citations: readonly Citation[];
}

/** Why a person is called. `automation_paused`: the assistant is switched off, so people answer. */
export type HandoffReason = 'qualified' | 'human_request' | 'complaint' | 'automation_paused';

/** Everything that the rules read from the messages of one turn. */
export interface Reading {
  /** BCP 47 primary tag. */
  readonly language: string;
  readonly intents: readonly Intent[];
  readonly flags: { readonly [F in VisitorFlag]: boolean };
  readonly urgency: 'low' | 'normal' | 'high';
  readonly sentiment: 'negative' | 'neutral' | 'positive';
  readonly candidates: readonly SlotCandidate[];
  /** Slots that the visitor refused to give ("I'd rather not say"); "I don't know" is no refusal. */
  readonly declined: readonly { readonly kind: SlotKind; readonly evidence: readonly Evidence[] }[];
  /** The visitor asks something that an answer is owed to. */
  readonly asksQuestion: boolean;
  /** The visitor asks for something without a question: "I would like to see a demo". */
  readonly wishes: boolean;
}

/** The inputs of a decision: together with the log before `headSeq` they reproduce it to the same bytes. */
export interface DecisionInputs {
  readonly messageIds: readonly MessageId[];
  /** The slot the assistant had just asked for. */
  readonly asked: SlotKey | null;
  /** The conversation's clock at the turn, ISO 8601 UTC. */
  readonly now: string;
  /** IANA name. */
  readonly timeZone: string;
  /** The last `seq` of the log that was read. */
  readonly headSeq: number;
  readonly veto: VetoFacts;
  /** Values that the model proposed and the span check let through. */
  readonly modelCandidates: readonly SlotCandidate[];
  /** Passages that the knowledge search returned for this turn, best first. */
  readonly passages: readonly Passage[];
  /** `off`: the scripted ladder decided alone. */
  readonly planner: 'on' | 'off';
  /** How the turn was read then, so that readers may get better and the decision still replays. */
  readonly reading?: Reading;
}

/** A passage of a knowledge article. */
export interface Passage {
  readonly title: string;
  readonly url: string | null;
  readonly text: string;
  /** From 0 to 1, the same in every search: the share of the question that the passage covers. */
  readonly score: number;
}

/** One per turn: what was decided, from what inputs, by which version of the rules. */
export interface DecisionRecord {
  readonly turnId: TurnId;
  readonly playbook: { readonly id: PlaybookId; readonly version: number; readonly hash: string };
  readonly inputs: DecisionInputs;
  readonly language: string;
  /** Everything the visitor has been after so far. */
  readonly intents: readonly Intent[];
  /** The flags held after this turn. */
  readonly flags: readonly VisitorFlag[];
  readonly urgency: 'low' | 'normal' | 'high';
  readonly sentiment: 'negative' | 'neutral' | 'positive';
  readonly gate: GateRuling;
  readonly verdict: Verdict;
  /** Which rule of the playbook set the verdict, in its own words; null when none matched. */
  readonly verdictRule: { readonly id: string; readonly because: string } | null;
  readonly qualify: Assessment;
  readonly opportunity: Assessment;
  readonly score: CompositeScore;
  readonly tier: Tier;
  /** Steps in order after repair, and what the repair dropped. */
  readonly plan: readonly Step[];
  readonly dropped: readonly string[];
  readonly move: Move | null;
  readonly handoff: HandoffReason | null;
  /** SHA-256 over the canonical JSON (RFC 8785) of all the fields above. */
  readonly hash: string;
}
