import type { SessionOpened, WorkspaceId } from '@baton/shared-types';
import { Inject, Injectable } from '@nestjs/common';
import { Teams } from '../agents/index.js';
import { CLOCK, type Clock } from '../kernel/clock.js';
import { firstOpening } from './core/first-opening.js';
import { Router } from './router.service.js';

/** How long an answer holds: every chat that opens asks, and people come and go by the minute. */
const HOLDS_MS = 5_000;

type Away = SessionOpened['away'];

/** Whether anybody of the company is there, for a visitor who has not asked for a person yet. */
@Injectable()
export class Attendance {
  private readonly known = new Map<WorkspaceId, { readonly at: number; readonly away: Promise<Away> }>();

  constructor(
    @Inject(Router) private readonly router: Router,
    @Inject(Teams) private readonly teams: Teams,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Undefined: somebody is there. */
  findAway(workspaceId: WorkspaceId): Promise<Away> {
    const now = this.clock.now();
    const known = this.known.get(workspaceId);
    if (known && now.getTime() - known.at < HOLDS_MS) return known.away;
    const away = this.look(workspaceId, now);
    this.known.set(workspaceId, { at: now.getTime(), away });
    // A failure is nobody's answer: the next one looks again.
    away.catch(() => this.known.delete(workspaceId));
    return away;
  }

  private async look(workspaceId: WorkspaceId, now: Date): Promise<Away> {
    const colleagues = await this.router.listColleagues(workspaceId);
    if (colleagues.some(({ state }) => state === 'available')) return undefined;
    const teams = await this.teams.list(workspaceId);
    return {
      backAt:
        firstOpening(
          teams.map(({ hours }) => hours),
          now,
        )?.toISOString() ?? null,
    };
  }
}
