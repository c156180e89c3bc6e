import type { VerifiedIdentity } from '@baton/shared-types';
import { Inject, Injectable } from '@nestjs/common';
import { UserError } from '../kernel/errors.js';
import { IdentityKeys } from './identity-keys.service.js';
import type { VisitorPrincipal } from './principals.js';
import { hashSecret } from './secret.js';
import type { Site } from './sites.repository.js';
import { type EnteredSession, VisitorSessions } from './visitor-sessions.service.js';

export interface Entrance extends EnteredSession {
  /** Who it is by signature; null for everybody else. */
  readonly identity: VerifiedIdentity | null;
}

/** Who comes in, and as whom: with what was presented, with a signed identity, or as somebody new. */
@Injectable()
export class VisitorEntrance {
  constructor(
    @Inject(IdentityKeys) private readonly keys: IdentityKeys,
    @Inject(VisitorSessions) private readonly sessions: VisitorSessions,
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
}
