import type { AgentId, AgentRole, SiteId, VisitorId, WorkspaceId } from '@baton/shared-types';

/** A person of the workspace, proven by a session. */
export interface AgentPrincipal {
  readonly workspaceId: WorkspaceId;
  readonly id: AgentId;
  readonly name: string;
  readonly email: string;
  readonly role: AgentRole;
  /** Which session proves it, so that its end can be noticed. */
  readonly sessionHash: string;
}

/** A visitor of one site, proven by the visitor token. */
export interface VisitorPrincipal {
  readonly workspaceId: WorkspaceId;
  readonly siteId: SiteId;
  readonly visitorId: VisitorId;
  /** Which session proves it, so that its end can be noticed. */
  readonly tokenHash: string;
  /** Until when the session stands for a signed identity; null: nobody has signed who this is. */
  readonly verifiedUntil: Date | null;
}
