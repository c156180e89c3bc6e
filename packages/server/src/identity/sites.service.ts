import type { SiteId, WidgetSettings, WorkspaceId } from '@baton/shared-types';
import { Inject, Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit/index.js';
import { CONFIG, type Config } from '../config/index.js';
import { UNIT_OF_WORK, type UnitOfWork } from '../database/index.js';
import { CLOCK, type Clock } from '../kernel/clock.js';
import { UserError } from '../kernel/errors.js';
import { IDS, type Ids } from '../kernel/ids.js';
import { RANDOM, type Random } from '../kernel/random.js';
import { parseOrigin } from './origins.js';
import type { AgentPrincipal } from './principals.js';
import { newSecret } from './secret.js';
import { SiteSightings } from './site-sightings.service.js';
import { type Automation, type Site, type SiteChange, SitesRepository } from './sites.repository.js';

/** How long a changed list of origins may go unnoticed by the first gate; the second gate always reads afresh. */
const ORIGINS_TTL_MS = 2_000;

/** `siteId` null: the whole workspace. */
type PauseListener = (workspaceId: WorkspaceId, siteId: SiteId | null) => Promise<void>;

@Injectable()
export class Sites {
  private readonly pauseListeners: PauseListener[] = [];
  private origins: { readonly at: number; readonly all: ReadonlySet<string> } | null = null;

  constructor(
    @Inject(UNIT_OF_WORK) private readonly unitOfWork: UnitOfWork,
    @Inject(SitesRepository) private readonly repository: SitesRepository,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(SiteSightings) private readonly sightings: SiteSightings,
    @Inject(AuditTrail) private readonly audit: AuditTrail,
    @Inject(IDS) private readonly ids: Ids,
    @Inject(RANDOM) private readonly random: Random,
  ) {}

  /** The site that a handshake names, if it may be embedded on that origin. One refusal for every reason. */
  async authorize(siteKey: string, originHeader: string | undefined): Promise<Site> {
    const origin = parseOrigin(originHeader);
    const site = await this.unitOfWork.readAcrossWorkspaces((tx) => this.repository.findByKey(tx, siteKey));
    if (!site || origin === null) throw new UserError('site_refused');
    const accepted = site.origins.includes(origin);
    this.sightings.saw(site, origin, accepted);
    if (!accepted) throw new UserError('site_refused');
    return site;
  }

  /** Whether any site, or the console itself, lives on this origin. Decides about the upgrade, before any frame. */
  async isKnownOrigin(originHeader: string | undefined): Promise<boolean> {
    const origin = parseOrigin(originHeader);
    if (origin === null) return false;
    if (this.isOwnOrigin(origin)) return true;
    const now = this.clock.now().getTime();
    if (!this.origins || now - this.origins.at > ORIGINS_TTL_MS) {
      const all = await this.unitOfWork.readAcrossWorkspaces((tx) => this.repository.listOrigins(tx));
      this.origins = { at: now, all: new Set(all) };
    }
    return this.origins.all.has(origin);
  }

  /** The origin on which the console is served; on this machine `localhost` and `127.0.0.1` are the same. */
  isOwnOrigin(origin: string | undefined): boolean {
    const own = this.config.PUBLIC_URL;
    return (
      origin === own ||
      (own.startsWith('http://localhost:') && origin === own.replace('localhost', '127.0.0.1'))
    );
  }

  async get(workspaceId: WorkspaceId, id: SiteId): Promise<Site> {
    const site = await this.unitOfWork.readInWorkspace(workspaceId, (tx) =>
      this.repository.find(tx, workspaceId, id),
    );
    if (!site) throw new UserError('not_found');
    return site;
  }

  async list(workspaceId: WorkspaceId): Promise<readonly Site[]> {
    return this.unitOfWork.readInWorkspace(workspaceId, (tx) => this.repository.list(tx, workspaceId));
  }

  async add(
    { workspaceId, id: by }: AgentPrincipal,
    site: Pick<Site, 'name' | 'origins' | 'timeZone'>,
  ): Promise<Site> {
    assertOrigins(site.origins);
    const id = this.ids.next('sit');
    // Letters and digits, as it stands in a script tag; not secret, but nobody guesses another's.
    const key = `site-${newSecret(this.random).hash.slice(0, 20)}`;
    await this.unitOfWork.inWorkspace(workspaceId, async (tx) => {
      await this.repository.insert(tx, workspaceId, { ...site, id, key });
      await this.audit.record(tx, workspaceId, { actor: by, action: 'site.add', object: id, reason: null });
    });
    this.origins = null;
    return this.get(workspaceId, id);
  }

  async change({ workspaceId, id: by }: AgentPrincipal, id: SiteId, change: SiteChange): Promise<Site> {
    assertOrigins(change.origins ?? []);
    await this.get(workspaceId, id);
    const reason = change.reason ?? null;
    await this.unitOfWork.inWorkspace(workspaceId, async (tx) => {
      await this.repository.update(tx, workspaceId, id, change);
      await this.audit.record(tx, workspaceId, { actor: by, action: 'site.change', object: id, reason });
    });
    this.origins = null;
    if (change.automationPaused) await this.tellPaused(workspaceId, id);
    return this.get(workspaceId, id);
  }

  /** For chats that are opened from now on; who is connected goes on as before until they come again. */
  async changeWidget(
    { workspaceId, id: by }: AgentPrincipal,
    id: SiteId,
    widget: WidgetSettings,
  ): Promise<Site> {
    await this.get(workspaceId, id);
    await this.unitOfWork.inWorkspace(workspaceId, async (tx) => {
      await this.repository.saveWidget(tx, workspaceId, id, widget);
      await this.audit.record(tx, workspaceId, {
        actor: by,
        action: 'site.widget',
        object: id,
        reason: null,
      });
    });
    return this.get(workspaceId, id);
  }

  /** The kill switch of the whole workspace; each site has one of its own beside it. */
  async getAutomation(workspaceId: WorkspaceId): Promise<Automation> {
    return this.unitOfWork.inWorkspace(workspaceId, (tx) => this.repository.getAutomation(tx, workspaceId));
  }

  async setAutomation(
    { workspaceId, id: by }: AgentPrincipal,
    { paused, reason }: { readonly paused: boolean; readonly reason: string },
  ): Promise<Automation> {
    await this.unitOfWork.inWorkspace(workspaceId, async (tx) => {
      await this.repository.setAutomation(tx, workspaceId, { paused, reason: paused ? reason : null });
      const action = paused ? 'automation.pause' : 'automation.resume';
      await this.audit.record(tx, workspaceId, { actor: by, action, object: workspaceId, reason });
    });
    if (paused) await this.tellPaused(workspaceId, null);
    return this.getAutomation(workspaceId);
  }

  /** Called when the assistant has been switched off; whoever switched it off waits for what is done then. */
  onPaused(listener: PauseListener): void {
    this.pauseListeners.push(listener);
  }

  private async tellPaused(workspaceId: WorkspaceId, siteId: SiteId | null): Promise<void> {
    for (const listener of this.pauseListeners) await listener(workspaceId, siteId);
  }
}

function assertOrigins(origins: readonly string[]): void {
  for (const origin of origins) {
    if (parseOrigin(origin) === null)
      throw new UserError('invalid_input', [`${origin} is not an origin such as https://www.example.com`]);
  }
}
