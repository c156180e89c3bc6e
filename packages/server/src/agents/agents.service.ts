import type { AgentId, AgentRole, PresenceState, WorkspaceId } from '@baton/shared-types';
import { Inject, Injectable } from '@nestjs/common';
import { UNIT_OF_WORK, type UnitOfWork } from '../database/index.js';
import { AgentSessions } from '../identity/index.js';
import { type Agent, AgentsRepository } from './agents.repository.js';

/** How long an agent whose connection dropped still counts as there: a network blink is no goodbye. */
const GRACE_SECONDS = 30;

type BecameAvailable = (workspaceId: WorkspaceId, agentId: AgentId) => Promise<void>;

/** The people of a workspace and whether they are there. */
@Injectable()
export class Agents {
  private readonly listeners: BecameAvailable[] = [];

  constructor(
    @Inject(UNIT_OF_WORK) private readonly unitOfWork: UnitOfWork,
    @Inject(AgentsRepository) private readonly repository: AgentsRepository,
    @Inject(AgentSessions) private readonly sessions: AgentSessions,
  ) {}

  async list(workspaceId: WorkspaceId): Promise<readonly Agent[]> {
    return this.unitOfWork.readInWorkspace(workspaceId, (tx) => this.repository.list(tx, workspaceId));
  }

  async listAvailable(workspaceId: WorkspaceId): Promise<readonly AgentId[]> {
    return this.unitOfWork.readInWorkspace(workspaceId, (tx) =>
      this.repository.listAvailable(tx, workspaceId, GRACE_SECONDS),
    );
  }

  async setPresence(workspaceId: WorkspaceId, id: AgentId, state: PresenceState): Promise<void> {
    await this.unitOfWork.inWorkspace(workspaceId, (tx) =>
      this.repository.setPresence(tx, workspaceId, id, state),
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
    workspaceId: WorkspaceId,
    agent: {
      readonly name: string;
      readonly email: string;
      readonly role: AgentRole;
      readonly password: string;
    },
  ): Promise<Agent> {
    const id = await this.sessions.addAgent(workspaceId, agent);
    const { name, role } = agent;
    return { id, name, email: agent.email.toLowerCase(), role, presence: 'offline' };
  }

  onBecameAvailable(listener: BecameAvailable): void {
    this.listeners.push(listener);
  }

  private async tellAvailable(workspaceId: WorkspaceId, id: AgentId): Promise<void> {
    await Promise.all(this.listeners.map((listener) => listener(workspaceId, id)));
  }
}
