import type { WorkspaceId } from '@baton/shared-types';
import { Inject, Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit/index.js';
import { UNIT_OF_WORK, type UnitOfWork } from '../database/index.js';
import { UserError } from '../kernel/errors.js';
import { IDS, type Ids } from '../kernel/ids.js';
import { RANDOM, type Random } from '../kernel/random.js';
import { AgentSessionsRepository } from './agent-sessions.repository.js';
import { AgentSessions } from './agent-sessions.service.js';
import { parseOrigin } from './origins.js';
import { newSecret } from './secret.js';
import { SitesRepository } from './sites.repository.js';
import { WorkspacesRepository } from './workspaces.repository.js';

export interface Founding {
  readonly name: string;
  /** Short and unique, such as `acme`. */
  readonly slug: string;
  /** Where the widget will be embedded. */
  readonly origins: readonly string[];
  readonly timeZone: string;
  readonly admin: { readonly name: string; readonly email: string };
}

export interface Founded {
  readonly workspaceId: WorkspaceId;
  readonly siteKey: string;
  /** Signs the administrator in, once, within the hour. */
  readonly linkToken: string;
}

/** Makes workspaces. Nobody does so over the network: it takes whoever runs the installation. */
@Injectable()
export class Workspaces {
  constructor(
    @Inject(UNIT_OF_WORK) private readonly unitOfWork: UnitOfWork,
    @Inject(WorkspacesRepository) private readonly repository: WorkspacesRepository,
    @Inject(SitesRepository) private readonly sites: SitesRepository,
    @Inject(AgentSessionsRepository) private readonly people: AgentSessionsRepository,
    @Inject(AgentSessions) private readonly sessions: AgentSessions,
    @Inject(AuditTrail) private readonly audit: AuditTrail,
    @Inject(IDS) private readonly ids: Ids,
    @Inject(RANDOM) private readonly random: Random,
  ) {}

  /** All or nothing; a slug that is taken is refused. */
  async found({ name, slug, origins, timeZone, admin }: Founding): Promise<Founded> {
    for (const origin of origins) {
      if (parseOrigin(origin) === null)
        throw new UserError('invalid_input', [`${origin} is not an origin such as https://www.example.com`]);
    }
    const workspaceId = this.ids.next('wsp');
    const agentId = this.ids.next('agt');
    const siteKey = `${slug}-${newSecret(this.random).secret.slice(0, 16)}`;
    await this.unitOfWork.inWorkspace(workspaceId, async (tx) => {
      if (!(await this.repository.insert(tx, workspaceId, { slug, name })))
        throw new UserError('invalid_input', [`slug: there is a workspace ${slug} already`]);
      await this.sites.insert(tx, workspaceId, {
        id: this.ids.next('sit'),
        name,
        key: siteKey,
        origins,
        timeZone,
      });
      const email = admin.email.trim().toLowerCase();
      const person = { id: agentId, name: admin.name, email, role: 'admin', passwordHash: null } as const;
      await this.people.insertAgent(tx, workspaceId, person);
      const act = { actor: 'system', action: 'workspace.found', object: workspaceId, reason: null };
      await this.audit.record(tx, workspaceId, act);
    });
    return { workspaceId, siteKey, linkToken: await this.sessions.createLink(workspaceId, agentId) };
  }
}
