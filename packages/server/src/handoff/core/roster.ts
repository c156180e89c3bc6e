import type { AgentId, BusinessHours, Colleague, TeamKey } from '@baton/shared-types';

/** An agent as the router sees them. */
export interface RosterAgent extends Colleague {
  readonly regions: readonly string[];
  readonly hours: BusinessHours | null;
  /** When they last took a chat, ISO 8601; null: never. */
  readonly lastTookAt: string | null;
}

/** What a lead needs of an agent. */
export interface Need {
  /** Any of these; none: everybody. */
  readonly teams: readonly TeamKey[];
  readonly skills: readonly string[];
  readonly language: string;
  /** ISO 3166 alpha-2, empty when unknown. */
  readonly country: string;
  /** Only supervisors and administrators. */
  readonly supervisors: boolean;
  /** Only this one. */
  readonly only: AgentId | null;
  readonly asked: readonly AgentId[];
  readonly declined: readonly AgentId[];
}
