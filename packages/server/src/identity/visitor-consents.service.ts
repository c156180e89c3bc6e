import type { ConsentAsked } from '@baton/shared-types';
import { Inject, Injectable } from '@nestjs/common';
import { UNIT_OF_WORK, type UnitOfWork } from '../database/index.js';
import { CLOCK, type Clock } from '../kernel/clock.js';
import { UserError } from '../kernel/errors.js';
import { consentQuestion } from './consent-question.js';
import type { VisitorPrincipal } from './principals.js';
import type { Site } from './sites.repository.js';
import { type ConsentRecord, VisitorConsentsRepository } from './visitor-consents.repository.js';

/** Whether a site asks its visitors for consent, and what they have answered. */
@Injectable()
export class VisitorConsents {
  constructor(
    @Inject(UNIT_OF_WORK) private readonly unitOfWork: UnitOfWork,
    @Inject(VisitorConsentsRepository) private readonly repository: VisitorConsentsRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Null: this site asks for none. */
  async ask(site: Site, visitor: VisitorPrincipal, locale: string): Promise<ConsentAsked | null> {
    const { consent } = site.widget;
    if (!consent) return null;
    const question = consentQuestion(consent, locale);
    const answer = await this.findLatest(visitor);
    return { ...question, granted: answer?.version === question.version ? answer.granted : null };
  }

  /** The agreement that lets this visitor write here; null where none is needed. Refuses without one. */
  async require(site: Site, visitor: VisitorPrincipal): Promise<ConsentRecord | null> {
    const { consent } = site.widget;
    if (!consent) return null;
    const answer = await this.findLatest(visitor);
    const isGiven = answer?.granted === true && answer.version === consentQuestion(consent, 'en').version;
    if (!isGiven) throw new UserError('consent_required');
    return answer;
  }

  /** Null: the same had been answered before, and nothing is written. */
  async answer(
    site: Site,
    visitor: VisitorPrincipal,
    {
      version,
      granted,
      locale,
    }: { readonly version: string; readonly granted: boolean; readonly locale: string },
  ): Promise<ConsentRecord | null> {
    const { consent } = site.widget;
    const question = consent ? consentQuestion(consent, locale) : null;
    // Another question has been asked meanwhile, or none: the client opens its session anew.
    if (question?.version !== version) throw new UserError('consent_required');
    const before = await this.findLatest(visitor);
    if (before?.version === version && before.granted === granted) return null;
    const record = { granted, version, text: question.text, decidedAt: this.clock.now() };
    await this.unitOfWork.inWorkspace(visitor.workspaceId, (tx) =>
      this.repository.insert(tx, visitor.workspaceId, visitor.visitorId, record),
    );
    return record;
  }

  private findLatest({ workspaceId, visitorId }: VisitorPrincipal): Promise<ConsentRecord | null> {
    return this.unitOfWork.readInWorkspace(workspaceId, (tx) =>
      this.repository.findLatest(tx, workspaceId, visitorId),
    );
  }
}
