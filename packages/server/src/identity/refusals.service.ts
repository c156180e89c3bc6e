import type { WorkspaceId } from '@baton/shared-types';
import { Inject, Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit/index.js';
import { UNIT_OF_WORK, type UnitOfWork } from '../database/index.js';
import { CLOCK, type Clock } from '../kernel/clock.js';
import { LOGGER, type Logger } from '../observability/index.js';

/** Who was refused what: an agent's id, or `system` where nobody has proven who they are. */
export interface Refusal {
  readonly actor: string;
  readonly action: 'session.refuse' | 'access.refuse';
  readonly object: string;
  readonly reason: string;
}

/** Within this time the same refusal is one line: the trail is no place to be filled by whoever is refused. */
const ONE_LINE_MS = 60_000;
const REMEMBERED = 1_000;

/**
 * Writes what was refused into the audit trail of the workspace concerned. The answer does not wait for it: an answer
 * that took longer for an address that exists would tell so.
 */
@Injectable()
export class Refusals {
  private readonly noted = new Map<string, number>();

  constructor(
    @Inject(UNIT_OF_WORK) private readonly unitOfWork: UnitOfWork,
    @Inject(AuditTrail) private readonly audit: AuditTrail,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** For what nothing else limits: one line a minute on each node, however often it is tried. */
  noteOnce(workspaceId: WorkspaceId, refusal: Refusal): void {
    const key = [workspaceId, refusal.actor, refusal.action, refusal.object].join(' ');
    const now = this.clock.now().getTime();
    if (now - (this.noted.get(key) ?? 0) < ONE_LINE_MS) return;
    this.noted.delete(key);
    const [oldest] = this.noted.keys();
    if (this.noted.size >= REMEMBERED && oldest !== undefined) this.noted.delete(oldest);
    this.noted.set(key, now);
    this.note(workspaceId, refusal);
  }

  /** One line for this very refusal. */
  note(workspaceId: WorkspaceId, refusal: Refusal): void {
    const written = this.unitOfWork.inWorkspace(workspaceId, (tx) =>
      this.audit.record(tx, workspaceId, refusal),
    );
    written.catch((error: unknown) =>
      this.logger.warn({ error, workspaceId, action: refusal.action }, 'could not note what was refused'),
    );
  }
}
