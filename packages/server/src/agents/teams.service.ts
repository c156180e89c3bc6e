import type { Team, WorkspaceId } from '@baton/shared-types';
import { Inject, Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit/index.js';
import { UNIT_OF_WORK, type UnitOfWork } from '../database/index.js';
import type { AgentPrincipal } from '../identity/index.js';
import { UserError } from '../kernel/errors.js';
import { AgentsRepository } from './agents.repository.js';
import { type Account, TeamsRepository } from './teams.repository.js';

const ACCOUNTS_AT_MOST = 500;

/** The teams of a workspace, and which accounts belong to whom. */
@Injectable()
export class Teams {
  constructor(
    @Inject(UNIT_OF_WORK) private readonly unitOfWork: UnitOfWork,
    @Inject(TeamsRepository) private readonly repository: TeamsRepository,
    @Inject(AgentsRepository) private readonly agents: AgentsRepository,
    @Inject(AuditTrail) private readonly audit: AuditTrail,
  ) {}

  async list(workspaceId: WorkspaceId): Promise<readonly Team[]> {
    return this.unitOfWork.readInWorkspace(workspaceId, (tx) => this.repository.list(tx, workspaceId));
  }

  async save({ workspaceId, id }: AgentPrincipal, team: Team): Promise<Team> {
    await this.unitOfWork.inWorkspace(workspaceId, async (tx) => {
      await this.repository.save(tx, workspaceId, team);
      await this.audit.record(tx, workspaceId, {
        actor: id,
        action: 'team.save',
        object: team.key,
        reason: null,
      });
    });
    return team;
  }

  async listAccounts(workspaceId: WorkspaceId): Promise<readonly Account[]> {
    return this.unitOfWork.readInWorkspace(workspaceId, (tx) =>
      this.repository.listAccounts(tx, workspaceId, ACCOUNTS_AT_MOST),
    );
  }

  async findAccount(workspaceId: WorkspaceId, domain: string): Promise<Account | null> {
    return this.unitOfWork.readInWorkspace(workspaceId, (tx) =>
      this.repository.findAccount(tx, workspaceId, domain),
    );
  }

  async saveAccount({ workspaceId, id }: AgentPrincipal, account: Account): Promise<Account> {
    await this.unitOfWork.inWorkspace(workspaceId, async (tx) => {
      const people = await this.agents.list(tx, workspaceId, 0);
      if (account.ownerId !== null && !people.some((agent) => agent.id === account.ownerId))
        throw new UserError('invalid_input', ['ownerId: there is nobody of this id']);
      await this.repository.saveAccount(tx, workspaceId, account);
      await this.audit.record(tx, workspaceId, {
        actor: id,
        action: 'account.save',
        object: account.domain,
        reason: null,
      });
    });
    return account;
  }
}
