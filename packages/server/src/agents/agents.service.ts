import type { AgentId, AgentRole, PresenceState, WorkspaceId } from '@baton/shared-types';
import { Inject, Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit/index.js';
import { UNIT_OF_WORK, type UnitOfWork } from '../database/index.js';
import { type AgentPrincipal, AgentSessions } from '../identity/index.js';
import { UserError } from '../kernel/errors.js';
import { type Agent, type AgentChange, AgentsRepository } from './agents.repository.js';

/** How long an agent whose connection dropped still counts as there: a network blink is no goodbye. */
export const GRACE_SECONDS = 30;

type BecameAvailable = (workspaceId: WorkspaceId, agentId: AgentId) => Promise<void>;

/** The people of a workspace and whether they are there. */
@Injectable()
export class Agents {
  private readonly listeners: BecameAvailable[] = [];

  constructor(
    @Inject(UNIT_OF_WORK) private readonly unitOfWork: UnitOfWork,
    @Inject(AgentsRepository) private readonly repository: AgentsRepository,
    @Inject(AgentSessions) private readonly sessions: AgentSessions,
    @Inject(AuditTrail) private readonly audit: AuditTrail,
  ) {}

  async list(workspaceId: WorkspaceId): Promise<readonly Agent[]> {
    return this.unitOfWork.readInWorkspace(workspaceId, (tx) =>
      this.repository.list(tx, workspaceId, GRACE_SECONDS),
    );
  }

  async setPresence(
    workspaceId: WorkspaceId,
    id: AgentId,
    state: PresenceState,
    reason: string | null = null,
  ): Promise<void> {
    await this.unitOfWork.inWorkspace(workspaceId, (tx) =>
      this.repository.setPresence(tx, workspaceId, id, state, state === 'available' ? null : reason),
    );
    if (state === 'available') await this.tellAvailable(workspaceId, id);
  }

  /** These agents have a live connection now. Who comes back after a while, still available, becomes so anew. */
  async touch(workspaceId: WorkspaceId, ids: readonly AgentId[]): Promise<void> {
    const back = await this.unitOfWork.inWorkspace(workspaceId, (tx) =>
      this.repository.touch(tx, workspaceId, ids, GRACE_SECONDS),
    );
    for (const id of back) await this.tellAvailable(workspaceId, id);
  }

  async add(
    { workspaceId, id: by }: AgentPrincipal,
    agent: {
      readonly name: string;
      readonly email: string;
      readonly role: AgentRole;
      readonly password: string;
    },
  ): Promise<Agent> {
    const id = await this.sessions.addAgent(workspaceId, agent, by);
    return this.get(workspaceId, id);
  }

  /** Changes what somebody can take, or their name or role. */
  async change({ workspaceId, id: by }: AgentPrincipal, id: AgentId, change: AgentChange): Promise<Agent> {
    await this.unitOfWork.inWorkspace(workspaceId, async (tx) => {
      const found = await this.repository.change(tx, workspaceId, id, change);
      if (!found) throw new UserError('not_found');
      await this.audit.record(tx, workspaceId, {
        actor: by,
        action: 'agent.change',
        object: id,
        reason: null,
      });
    });
    return this.get(workspaceId, id);
  }

  onBecameAvailable(listener: BecameAvailable): void {
    this.listeners.push(listener);
  }

  private async get(workspaceId: WorkspaceId, id: AgentId): Promise<Agent> {
    const agent = (await this.list(workspaceId)).find((each) => each.id === id);
    if (!agent) throw new UserError('not_found');
    return agent;
  }

  private async tellAvailable(workspaceId: WorkspaceId, id: AgentId): Promise<void> {
    await Promise.all(this.listeners.map((listener) => listener(workspaceId, id)));
  }
}
