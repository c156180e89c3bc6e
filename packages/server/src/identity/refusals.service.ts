import type { WorkspaceId } from '@baton/shared-types';
import { Inject, Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit/index.js';
import { UNIT_OF_WORK, type UnitOfWork } from '../database/index.js';
import { LOGGER, type Logger } from '../observability/index.js';

/** Who was refused what: an agent's id, or `system` where nobody has proven who they are. */
export interface Refusal {
  readonly actor: string;
  readonly action: 'session.refuse' | 'access.refuse';
  readonly object: string;
  readonly reason: string;
}

/**
 * Writes what was refused into the audit trail of the workspace concerned. The answer does not wait for it: an answer
 * that took longer for an address that exists would tell so.
 */
@Injectable()
export class Refusals {
  constructor(
    @Inject(UNIT_OF_WORK) private readonly unitOfWork: UnitOfWork,
    @Inject(AuditTrail) private readonly audit: AuditTrail,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  note(workspaceId: WorkspaceId, refusal: Refusal): void {
    const written = this.unitOfWork.inWorkspace(workspaceId, (tx) =>
      this.audit.record(tx, workspaceId, refusal),
    );
    written.catch((error: unknown) =>
      this.logger.warn({ error, workspaceId, action: refusal.action }, 'could not note what was refused'),
    );
  }
}
