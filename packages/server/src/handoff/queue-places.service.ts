import type { ConversationId, QueuePlace, WorkspaceId } from '@baton/shared-types';
import { Inject, Injectable } from '@nestjs/common';
import { UNIT_OF_WORK, type UnitOfWork } from '../database/index.js';
import { type Handoff } from './core/handoff.js';
import { queuePlace, type WaitingHandoff } from './core/queue-place.js';
import { HandoffRepository } from './handoff.repository.js';
import { Router } from './router.service.js';
import { WorkloadRepository } from './workload.repository.js';

const QUEUE_LIMIT = 500;

export interface Place {
  readonly conversationId: ConversationId;
  readonly place: QueuePlace;
}

/** Where everybody stands who waits: read anew each time, so that nobody is told what was true before. */
@Injectable()
export class QueuePlaces {
  constructor(
    @Inject(UNIT_OF_WORK) private readonly unitOfWork: UnitOfWork,
    @Inject(HandoffRepository) private readonly repository: HandoffRepository,
    @Inject(WorkloadRepository) private readonly workload: WorkloadRepository,
    @Inject(Router) private readonly router: Router,
  ) {}

  async list(workspaceId: WorkspaceId): Promise<readonly Place[]> {
    const waiting = await this.unitOfWork.readInWorkspace(workspaceId, (tx) =>
      this.repository.listWaiting(tx, workspaceId, QUEUE_LIMIT),
    );
    if (waiting.length === 0) return [];
    const colleagues = await this.router.listColleagues(workspaceId);
    const there = colleagues.filter(({ state }) => state === 'available').length;
    const queue = waiting.map(toWaiting);
    const waits = new Map<string | null, readonly number[]>();
    for (const team of new Set(queue.map((each) => each.team))) {
      const lately = await this.unitOfWork.readInWorkspace(workspaceId, (tx) =>
        this.workload.listWaits(tx, workspaceId, team),
      );
      waits.set(team, lately);
    }
    return waiting.flatMap(({ conversationId }, index) => {
      const mine = queue[index];
      if (!mine) return [];
      return [{ conversationId, place: queuePlace(mine, queue, waits.get(mine.team) ?? [], there) }];
    });
  }

  async find(workspaceId: WorkspaceId, conversationId: ConversationId): Promise<QueuePlace | null> {
    const places = await this.list(workspaceId);
    return places.find((each) => each.conversationId === conversationId)?.place ?? null;
  }
}

function toWaiting({ id, state, team, priority, requestedAt, promisedBy }: Handoff): WaitingHandoff {
  return {
    id,
    state: state === 'expired' || state === 'offered' ? state : 'requested',
    team,
    priority,
    requestedAt: requestedAt.toISOString(),
    promisedBy: promisedBy?.toISOString() ?? null,
  };
}
