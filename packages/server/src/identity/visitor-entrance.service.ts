import type { VerifiedIdentity } from '@baton/shared-types';
import { Inject, Injectable } from '@nestjs/common';
import { UserError } from '../kernel/errors.js';
import { IdentityKeys } from './identity-keys.service.js';
import type { VisitorPrincipal } from './principals.js';
import { hashSecret } from './secret.js';
import type { Site } from './sites.repository.js';
import { Sites } from './sites.service.js';
import { type EnteredSession, VisitorSessions } from './visitor-sessions.service.js';

export interface Entrance extends EnteredSession {
  /** Who it is by signature; null for everybody else. */
  readonly identity: VerifiedIdentity | null;
}

/** How a request of a visitor says who it is from; all of it is to be checked. */
export interface VisitorCaller {
  readonly siteKey: string;
  readonly origin: string | undefined;
  readonly token: string;
}

/** A visitor with a session that stands, on a site that may be embedded where the request comes from. */
export interface RecognizedVisitor {
  readonly site: Site;
  readonly principal: VisitorPrincipal;
  readonly identity: VerifiedIdentity | null;
}

/** Who comes in, and as whom: with what was presented, with a signed identity, or as somebody new. */
@Injectable()
export class VisitorEntrance {
  constructor(
    @Inject(IdentityKeys) private readonly keys: IdentityKeys,
    @Inject(VisitorSessions) private readonly sessions: VisitorSessions,
    @Inject(Sites) private readonly sites: Sites,
  ) {}

  /** Fails closed: a signed identity that is not right is refused, and never an anonymous visitor instead. */
  async enter(site: Site, presented: VisitorPrincipal | null, signed: string | undefined): Promise<Entrance> {
    if (signed !== undefined) {
      const { identity, kid, expiresAt } = await this.keys.verify(site, signed);
      const proof = { identity, kid, until: expiresAt, proofHash: hashSecret(signed) };
      return { ...(await this.sessions.enterAs(site, presented, proof)), identity };
    }
    if (site.identityEnforced && presented?.verifiedUntil == null) throw new UserError('identity_required');
    if (!presented) return { ...(await this.sessions.create(site)), identity: null };
    return { principal: presented, token: null, identity: await this.sessions.identityOf(presented) };
  }

  /** For requests that stand for themselves. Never makes a visitor: throws `site_refused` or `session_invalid`. */
  async recognize({ siteKey, origin, token }: VisitorCaller): Promise<RecognizedVisitor> {
    const site = await this.sites.authorize(siteKey, origin);
    const principal = await this.sessions.find(site, token);
    if (!principal || (site.identityEnforced && principal.verifiedUntil === null))
      throw new UserError('session_invalid');
    return { site, principal, identity: await this.sessions.identityOf(principal) };
  }
}
