import type {
  AgentId,
  BackTest,
  GoldenConversation,
  GoldenResult,
  LeadFate,
  LeadLedger,
  PlaybookDraft,
  PlaybookVocabulary,
  SimulatedTurn,
} from '@baton/shared-types';

export interface PlaybookVersion {
  readonly id: string;
  readonly version: number;
  readonly hash: string;
  /** ISO 8601 UTC. */
  readonly publishedAt: string;
  /** Null: the version that the workspace began with. */
  readonly publishedBy: AgentId | null;
  /** The version whose text was taken up again. */
  readonly restoredFrom: number | null;
}

export interface PlaybookShelf {
  readonly current: PlaybookVersion & { readonly yaml: string };
  /** Newest first. */
  readonly versions: readonly PlaybookVersion[];
}

export interface SimulationRequest {
  readonly yaml: string;
  /** What the visitor writes, one turn per line. */
  readonly lines: readonly string[];
  /** BCP 47. */
  readonly locale: string;
  readonly timeZone: string;
}

/** The playbook's part of the HTTP API. Every method rejects with `ApiError`. */
export interface StudioApi {
  getPlaybooks(): Promise<PlaybookShelf>;
  getPlaybookVersion(version: number): Promise<PlaybookVersion & { readonly yaml: string }>;
  getVocabulary(): Promise<PlaybookVocabulary>;
  getDraft(): Promise<PlaybookDraft>;
  /** Refused with `draft_changed` when `revision` is not the last one. */
  saveDraft(yaml: string, revision: number): Promise<PlaybookDraft>;
  discardDraft(): Promise<void>;
  simulate(request: SimulationRequest): Promise<readonly SimulatedTurn[]>;
  listGolden(): Promise<readonly GoldenConversation[]>;
  saveGolden(conversations: readonly GoldenConversation[]): Promise<void>;
  runGolden(yaml: string): Promise<readonly GoldenResult[]>;
  backTest(yaml: string, conversations: number): Promise<BackTest>;
  /** Refused with `playbook_invalid` or `playbook_gate`; then nothing has changed. */
  publishPlaybook(yaml: string): Promise<void>;
  restorePlaybook(version: number): Promise<void>;
  getLeadLedger(fate: LeadFate): Promise<LeadLedger>;
}
