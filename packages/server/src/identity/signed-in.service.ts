import type { PresenceState, SignedInAgent } from '@baton/shared-types';
import { Inject, Injectable } from '@nestjs/common';
import { UNIT_OF_WORK, type UnitOfWork } from '../database/index.js';
import type { AgentPrincipal } from './principals.js';
import { SignedInRepository } from './signed-in.repository.js';

/** What the console shows of the person who uses it. */
@Injectable()
export class SignedIn {
  constructor(
    @Inject(UNIT_OF_WORK) private readonly unitOfWork: UnitOfWork,
    @Inject(SignedInRepository) private readonly repository: SignedInRepository,
  ) {}

  async describe(agent: AgentPrincipal): Promise<SignedInAgent> {
    const { id, name, email, role, workspaceId } = agent;
    const { presence, presenceReason, workspaceName } = await this.unitOfWork.readInWorkspace(
      workspaceId,
      (tx) => this.repository.get(tx, workspaceId, id),
    );
    return {
      id,
      name,
      email,
      role,
      presence: presence satisfies PresenceState,
      presenceReason,
      workspaceName,
    };
  }
}
