import type { ScorePartName, Verdict } from './decisions.js';
import type { QUESTION_INPUTS } from './questions.js';
import type { PlaybookRouting } from './routing.js';
import type { SlotKey, SlotKind } from './slots.js';

/** A text in several languages, by BCP 47 language; `en` is required and is the fallback. */
export type Localized<T = string> = { readonly en: T } & { readonly [language: string]: T };

/** The languages in which agents may be told about a conversation. */
export const DESK_LANGUAGES = ['en', 'de'] as const;
export type DeskLanguage = (typeof DESK_LANGUAGES)[number];

/** One thing to learn. */
export interface PlaybookSlot {
  readonly key: SlotKey;
  readonly kind: SlotKind;
  readonly label: Localized;
  /** The question, in the words the visitor reads. */
  readonly ask: Localized;
  /** How a doubtful or conflicting value is put to the visitor; `{value}` and `{rival}` are filled in. */
  readonly confirm: Localized;
  /** How the value is acknowledged; `{value}` and, of a name, `{first_name}` are filled in. Null: not acknowledged. */
  readonly acknowledge: Localized | null;
  /** How the question may be answered beside free text. Left out: as the kind suggests (e-mail, phone, date, number). */
  readonly input?: SlotInput | undefined;
  /** CEL over the facts of verdict rules: the assistant asks for the slot only while it holds. Left out: always. */
  readonly askWhen?: string | undefined;
}

/** `text`: by free text alone, whatever the kind suggests. */
export type SlotInput =
  | { readonly kind: (typeof QUESTION_INPUTS)[number] | 'text' }
  | { readonly kind: 'choice'; readonly options: Localized<readonly string[]> };

/** A verdict rule: the first whose CEL condition holds decides. */
export interface VerdictRule {
  readonly id: string;
  readonly when: string;
  readonly verdict: Verdict;
  /** One sentence for people. */
  readonly because: string;
}

/** A handoff rule: the first whose CEL condition holds decides why a person is called. */
export interface HandoffRule {
  readonly id: string;
  readonly when: string;
  readonly reason: 'qualified' | 'human_request' | 'complaint';
  readonly because: string;
}

/** A line of the score card. The points of the lines that hold are added up within their part, to at most 100. */
export interface ScoreLine {
  readonly id: string;
  readonly part: ScorePartName;
  readonly when: string;
  readonly points: number;
  readonly because: string;
  readonly slots: readonly SlotKey[];
}

/** Everything a workspace decides about its assistant. A published version never changes. */
export interface Playbook {
  readonly schema: 1;
  readonly name: string;
  /**
   * The language of what the server writes for the company's own people: bundle, routing, explanations. Never the
   * visitor's, and the same for every reader: a bundle has one hash. `en` where the document does not say.
   */
  readonly deskLanguage: DeskLanguage;
  readonly assistant: {
    readonly name: string;
    readonly greeting: Localized;
    /** Says that an automatic assistant answers; shown before the first message. */
    readonly disclosure: Localized;
    readonly starters: Localized<readonly string[]>;
  };
  readonly slots: readonly PlaybookSlot[];
  /** The order in which the scripted ladder asks. Slots that are not listed are taken when offered, never asked for. */
  readonly ladder: readonly SlotKey[];
  /** The slots that make a visitor reachable; asked first when nobody is available. */
  readonly contact: readonly SlotKey[];
  readonly verdicts: readonly VerdictRule[];
  readonly handoffs: readonly HandoffRule[];
  readonly score: readonly ScoreLine[];
  /** What each part of the score weighs; renormalised over the parts that are known. */
  readonly weights: Readonly<Record<ScorePartName, number>>;
  readonly offer: {
    /** How long an offer stands before the visitor is told the truth. */
    readonly deadlineSeconds: number;
  };
  /** Who is called and in which order; absent: everybody who is available, at once. */
  readonly routing?: PlaybookRouting | undefined;
  /** What an agent should know of every lead; a bundle says which of it is missing and why. */
  readonly briefing?: { readonly required: readonly SlotKey[] } | undefined;
  readonly knowledge: {
    /** Below this score a passage is not used as an answer. */
    readonly minimumScore: number;
  };
  readonly limits: {
    /** Turns of the assistant in one conversation. */
    readonly turns: number;
    /** Model tokens in one conversation, input and output together. */
    readonly modelTokens: number;
    /** Model tokens in one turn, all its calls together. */
    readonly turnTokens: number;
    /** Model tokens that one visitor may use in a day, and all visitors together. Days are those of UTC. */
    readonly visitorTokensPerDay: number;
    readonly workspaceTokensPerDay: number;
    /** Times one slot is asked for. */
    readonly asksPerSlot: number;
    /** Put a question again although the visitor has answered something else or that they do not know. Left out: yes. */
    readonly repeatAfterAnswer?: boolean | undefined;
  };
  /** Every sentence the assistant may say by itself, by key. What may be left out is then not said. */
  readonly texts: Readonly<Record<PlaybookTextKey, Localized>> & {
    readonly [K in OptionalPlaybookTextKey]?: Localized | undefined;
  };
}

/** The sentences a playbook must bring. */
export const PLAYBOOK_TEXTS = [
  'acknowledge',
  'unknown_answer',
  'support_acknowledge',
  'complaint_acknowledge',
  'small_talk',
  'handoff_qualified',
  'handoff_human',
  'handoff_complaint',
  'nobody_available',
  'still_waiting',
  'contact_thanks',
  'declined_ok',
  'disqualified',
  'opt_out',
  'abuse',
  'all_known',
  'ask_again',
  'anything_else',
  'closing',
] as const;
export type PlaybookTextKey = (typeof PLAYBOOK_TEXTS)[number];

/** The sentences a playbook may bring; without one of them the assistant says nothing in its place. */
export const OPTIONAL_PLAYBOOK_TEXTS = [
  'nobody_available_until',
  'thanked',
  'unknown_again',
  'offer_person',
  'ask_for_person',
  'why_we_ask',
] as const;
export type OptionalPlaybookTextKey = (typeof OPTIONAL_PLAYBOOK_TEXTS)[number];
