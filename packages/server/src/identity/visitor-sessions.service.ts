import { Inject, Injectable } from '@nestjs/common';
import { UNIT_OF_WORK, type UnitOfWork } from '../database/index.js';
import { IDS, type Ids } from '../kernel/ids.js';
import { RANDOM, type Random } from '../kernel/random.js';
import type { VisitorPrincipal } from './principals.js';
import { hashSecret, newSecret } from './secret.js';
import type { Site } from './sites.repository.js';
import { VisitorSessionsRepository } from './visitor-sessions.repository.js';

@Injectable()
export class VisitorSessions {
  constructor(
    @Inject(UNIT_OF_WORK) private readonly unitOfWork: UnitOfWork,
    @Inject(VisitorSessionsRepository) private readonly repository: VisitorSessionsRepository,
    @Inject(IDS) private readonly ids: Ids,
    @Inject(RANDOM) private readonly random: Random,
  ) {}

  /** The visitor whom a token proves, on this very site. A token of another site, unknown or revoked: null. */
  async find(site: Site, token: string): Promise<VisitorPrincipal | null> {
    const found = await this.unitOfWork.readAcrossWorkspaces((tx) =>
      this.repository.findByHash(tx, hashSecret(token)),
    );
    return found && found.workspaceId === site.workspaceId && found.siteId === site.id ? found : null;
  }

  /** A new visitor of this site. Ids and token are the server's; the token is given out here and nowhere else. */
  async create(site: Site): Promise<{ readonly principal: VisitorPrincipal; readonly token: string }> {
    const { workspaceId, id: siteId } = site;
    const principal: VisitorPrincipal = { workspaceId, siteId, visitorId: this.ids.next('vis') };
    const { secret, hash } = newSecret(this.random);
    await this.unitOfWork.inWorkspace(workspaceId, async (tx) => {
      await this.repository.insertVisitor(tx, workspaceId, siteId, principal.visitorId);
      await this.repository.insertSession(tx, principal, hash);
    });
    return { principal, token: secret };
  }
}
