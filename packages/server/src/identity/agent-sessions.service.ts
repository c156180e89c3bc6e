import type { AgentId, AgentRole, WorkspaceId } from '@baton/shared-types';
import { Inject, Injectable } from '@nestjs/common';
import { hash as argonHash, verify as argonVerify } from '@node-rs/argon2';
import { AuditTrail } from '../audit/index.js';
import { type Transaction, UNIT_OF_WORK, type UnitOfWork } from '../database/index.js';
import { UserError } from '../kernel/errors.js';
import { IDS, type Ids } from '../kernel/ids.js';
import { RANDOM, type Random } from '../kernel/random.js';
import { AgentSessionsRepository } from './agent-sessions.repository.js';
import type { AgentPrincipal } from './principals.js';
import { Refusals } from './refusals.service.js';
import { hashSecret, newSecret } from './secret.js';

const SESSION_HOURS = 24 * 7;
const LINK_MINUTES = 60;
const TICKET_SECONDS = 30;

/** Compared when an address is unknown, so that an unknown address costs as much time as a wrong password. */
const NOBODY = argonHash('nobody has this password');
/** Whoever it was has not proven who they are. */
const REFUSED = { actor: 'system', action: 'session.refuse' } as const;

@Injectable()
export class AgentSessions {
  private readonly endListeners: ((sessionHash: string) => void)[] = [];

  constructor(
    @Inject(UNIT_OF_WORK) private readonly unitOfWork: UnitOfWork,
    @Inject(AgentSessionsRepository) private readonly repository: AgentSessionsRepository,
    @Inject(RANDOM) private readonly random: Random,
    @Inject(IDS) private readonly ids: Ids,
    @Inject(AuditTrail) private readonly audit: AuditTrail,
    @Inject(Refusals) private readonly refusals: Refusals,
  ) {}

  /** Signs in by address and password; answers with the session's secret for the cookie. */
  async signIn(email: string, password: string): Promise<string> {
    const address = email.trim().toLowerCase();
    const candidates = await this.unitOfWork.readAcrossWorkspaces((tx) =>
      this.repository.listByEmail(tx, address),
    );
    if (candidates.length === 0) await argonVerify(await NOBODY, password);
    for (const candidate of candidates) {
      if (candidate.passwordHash && (await argonVerify(candidate.passwordHash, password))) {
        return this.begin(candidate.workspaceId, candidate.id);
      }
    }
    for (const { workspaceId, id } of candidates)
      this.refusals.note(workspaceId, { ...REFUSED, object: id, reason: 'wrong password' });
    throw new UserError('sign_in_failed');
  }

  /** Adds a person to a workspace. The address is refused when somebody there has it already. */
  async addAgent(
    workspaceId: WorkspaceId,
    agent: {
      readonly name: string;
      readonly email: string;
      readonly role: AgentRole;
      readonly password: string;
    },
    /** Who adds them; null when the installation does. */
    by: AgentId | null = null,
  ): Promise<AgentId> {
    const { name, role, password } = agent;
    const email = agent.email.trim().toLowerCase();
    const id = this.ids.next('agt');
    const passwordHash = await argonHash(password);
    const added = await this.unitOfWork.inWorkspace(workspaceId, async (tx) => {
      const isNew = await this.repository.insertAgent(tx, workspaceId, {
        id,
        name,
        email,
        role,
        passwordHash,
      });
      const act = { actor: by ?? 'system', action: 'agent.add', object: id, reason: null };
      if (isNew) await this.audit.record(tx, workspaceId, act);
      return isNew;
    });
    if (!added)
      throw new UserError('invalid_input', ['email: somebody in this workspace has this address already']);
    return id;
  }

  /** Signs in by a single-use link. */
  async signInByLink(token: string): Promise<string> {
    const hash = hashSecret(token);
    const workspaceId = await this.unitOfWork.readAcrossWorkspaces((tx) =>
      this.repository.findWorkspaceOf(tx, 'sign_in_link', hash),
    );
    if (!workspaceId) throw new UserError('sign_in_failed');
    const agentId = await this.unitOfWork.inWorkspace(workspaceId, (tx) =>
      this.repository.useLink(tx, workspaceId, hash),
    );
    if (!agentId) {
      this.refusals.noteOnce(workspaceId, { ...REFUSED, object: 'sign_in_link', reason: 'used or expired' });
      throw new UserError('sign_in_failed');
    }
    return this.begin(workspaceId, agentId);
  }

  async createLink(workspaceId: WorkspaceId, agentId: AgentId): Promise<string> {
    const { secret, hash } = newSecret(this.random);
    await this.unitOfWork.inWorkspace(workspaceId, (tx) =>
      this.repository.insertLink(tx, workspaceId, agentId, hash, LINK_MINUTES),
    );
    return secret;
  }

  async find(secret: string): Promise<AgentPrincipal | null> {
    return this.findByHash(hashSecret(secret));
  }

  /** The agent whom a session proves now: ended and expired sessions prove nobody. */
  async findByHash(sessionHash: string): Promise<AgentPrincipal | null> {
    return this.unitOfWork.readAcrossWorkspaces((tx) => this.repository.findBySessionHash(tx, sessionHash));
  }

  /** Which of these sessions still prove somebody. */
  async listCurrent(sessionHashes: readonly string[]): Promise<ReadonlySet<string>> {
    return this.unitOfWork.acrossWorkspaces((tx) => this.repository.listCurrent(tx, sessionHashes));
  }

  async signOut(agent: AgentPrincipal): Promise<void> {
    const { workspaceId, sessionHash } = agent;
    await this.unitOfWork.inWorkspace(workspaceId, async (tx) => {
      await this.repository.revokeSession(tx, workspaceId, sessionHash);
      await this.record(tx, workspaceId, agent.id, 'session.end');
    });
    for (const listener of this.endListeners) listener(sessionHash);
  }

  /** Told of every session that is signed out on this node; expiry shows only in `findByHash` and `listCurrent`. */
  onSignedOut(listener: (sessionHash: string) => void): void {
    this.endListeners.push(listener);
  }

  /** A single-use ticket for the socket handshake: cookies alone never open a socket. */
  async createTicket(agent: AgentPrincipal): Promise<string> {
    const { secret, hash } = newSecret(this.random);
    await this.unitOfWork.inWorkspace(agent.workspaceId, (tx) =>
      this.repository.insertTicket(tx, agent, hash, TICKET_SECONDS),
    );
    return secret;
  }

  async redeemTicket(ticket: string): Promise<AgentPrincipal> {
    const hash = hashSecret(ticket);
    const workspaceId = await this.unitOfWork.readAcrossWorkspaces((tx) =>
      this.repository.findWorkspaceOf(tx, 'socket_ticket', hash),
    );
    if (!workspaceId) throw new UserError('session_invalid');
    const sessionHash = await this.unitOfWork.inWorkspace(workspaceId, (tx) =>
      this.repository.useTicket(tx, workspaceId, hash),
    );
    const agent = sessionHash ? await this.findByHash(sessionHash) : null;
    if (!agent) throw new UserError('session_invalid');
    return agent;
  }

  private async begin(workspaceId: WorkspaceId, agentId: AgentId): Promise<string> {
    const { secret, hash } = newSecret(this.random);
    await this.unitOfWork.inWorkspace(workspaceId, async (tx) => {
      await this.repository.insertSession(tx, workspaceId, agentId, hash, SESSION_HOURS);
      await this.record(tx, workspaceId, agentId, 'session.begin');
    });
    return secret;
  }

  private record(tx: Transaction, workspaceId: WorkspaceId, agentId: AgentId, action: string): Promise<void> {
    return this.audit.record(tx, workspaceId, { actor: agentId, action, object: agentId, reason: null });
  }
}
