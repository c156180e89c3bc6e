import type { SiteId, WorkspaceId } from '@baton/shared-types';
import { Inject, Injectable } from '@nestjs/common';
import { UNIT_OF_WORK, type UnitOfWork } from '../database/index.js';
import { CLOCK, type Clock } from '../kernel/clock.js';
import { type Site, type SiteSighting, SitesRepository } from './sites.repository.js';

/** Of one origin at most one sighting is written in this time, so that a busy page costs next to nothing. */
const PAUSE_MS = 20_000;
/** Origins kept for each site, and remembered here for all of them. */
const MOST = 50;
const MOST_REMEMBERED = 2_000;

/** Where widgets with a site's key have knocked: how an administrator sees whether the widget is installed. */
@Injectable()
export class SiteSightings {
  private readonly lastWritten = new Map<string, number>();

  constructor(
    @Inject(UNIT_OF_WORK) private readonly unitOfWork: UnitOfWork,
    @Inject(SitesRepository) private readonly repository: SitesRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Notes a knock beside the handshake, never in its way: a lost note is mended by the next one. */
  saw(site: Site, origin: string, accepted: boolean): void {
    const now = this.clock.now();
    const key = `${site.id} ${origin} ${accepted}`;
    if (now.getTime() - (this.lastWritten.get(key) ?? 0) < PAUSE_MS) return;
    if (this.lastWritten.size >= MOST_REMEMBERED) this.lastWritten.clear();
    this.lastWritten.set(key, now.getTime());
    const sighting = { origin, accepted, lastSeenAt: now };
    this.unitOfWork
      .inWorkspace(site.workspaceId, (tx) => this.repository.saveSighting(tx, site, sighting, MOST))
      .catch(() => this.lastWritten.delete(key));
  }

  async list(workspaceId: WorkspaceId, id: SiteId): Promise<readonly SiteSighting[]> {
    return this.unitOfWork.inWorkspace(workspaceId, (tx) =>
      this.repository.listSightings(tx, workspaceId, id),
    );
  }
}
