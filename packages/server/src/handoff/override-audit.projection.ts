import type { LogEvent, WorkspaceId } from '@baton/shared-types';
import { Inject, Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit/index.js';
import type { ConversationState } from '../conversations/index.js';
import type { Transaction } from '../database/index.js';

const ACTION = {
  slot: 'slot.correct',
  classification: 'lead.reclassify',
  route: 'conversation.reroute',
  automation: 'automation.set',
  barge_in: 'conversation.barge_in',
} as const;

/** I18: every override in a log has its line in the audit trail, in the same transaction. */
@Injectable()
export class OverrideAudit {
  constructor(@Inject(AuditTrail) private readonly audit: AuditTrail) {}

  async project(
    tx: Transaction,
    workspaceId: WorkspaceId,
    { id }: ConversationState,
    events: readonly LogEvent[],
  ): Promise<void> {
    for (const event of events) {
      if (event.type !== 'override.recorded') continue;
      const { override } = event.data;
      await this.audit.record(tx, workspaceId, {
        actor: event.actor.kind === 'agent' ? event.actor.id : event.actor.kind,
        action: ACTION[override.kind],
        object: override.kind === 'slot' ? `${id}/${override.key}` : id,
        reason: override.reason,
      });
    }
  }
}
