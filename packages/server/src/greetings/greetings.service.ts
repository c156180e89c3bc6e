import type { Greeting, SiteId, WorkspaceId } from '@baton/shared-types';
import { Inject, Injectable } from '@nestjs/common';
import { UNIT_OF_WORK, type UnitOfWork } from '../database/index.js';
import { RateLimits, Sites } from '../identity/index.js';
import { CLOCK, type Clock } from '../kernel/clock.js';
import { UserError } from '../kernel/errors.js';
import { type GreetingCount, GreetingsRepository } from './greetings.repository.js';

const MONTH_MS = 30 * 24 * 3_600_000;

/** Which page asks, as its browser says it. */
export interface AskingPage {
  readonly siteKey: string;
  readonly origin: string | undefined;
  readonly address: string;
}

/** Gives pages the rules of their site, and counts what they showed. */
@Injectable()
export class Greetings {
  constructor(
    @Inject(UNIT_OF_WORK) private readonly unitOfWork: UnitOfWork,
    @Inject(GreetingsRepository) private readonly repository: GreetingsRepository,
    @Inject(Sites) private readonly sites: Sites,
    @Inject(RateLimits) private readonly limits: RateLimits,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async list({ siteKey, origin, address }: AskingPage, locale: string): Promise<readonly Greeting[]> {
    this.limits.takeRequest(address);
    const { widget } = await this.sites.authorize(siteKey, origin);
    const language = locale.toLowerCase().split(/[-_]/)[0] ?? 'en';
    return (widget.greetings ?? []).map(({ text, ...rule }) => ({
      ...rule,
      text: (Object.hasOwn(text, language) ? text[language] : undefined) ?? text.en,
    }));
  }

  async noteShown({ siteKey, origin, address }: AskingPage, key: string): Promise<void> {
    this.limits.takeRequest(address);
    const site = await this.sites.authorize(siteKey, origin);
    if (!site.widget.greetings?.some((rule) => rule.key === key)) throw new UserError('not_found');
    await this.unitOfWork.inWorkspace(site.workspaceId, (tx) =>
      this.repository.count(tx, site, key, this.clock.now()),
    );
  }

  /** How often each rule was shown within the last 30 days. */
  async listCounts(workspaceId: WorkspaceId, siteId: SiteId): Promise<readonly GreetingCount[]> {
    await this.sites.get(workspaceId, siteId);
    const since = new Date(this.clock.now().getTime() - MONTH_MS);
    return this.unitOfWork.readInWorkspace(workspaceId, (tx) =>
      this.repository.listCounts(tx, workspaceId, siteId, since),
    );
  }
}
