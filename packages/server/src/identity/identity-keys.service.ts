import { createPublicKey } from 'node:crypto';
import type { SiteId, VerifiedIdentity, WorkspaceId } from '@baton/shared-types';
import { Inject, Injectable } from '@nestjs/common';
import { importSPKI, jwtVerify } from 'jose';
import { SECRET_BOX, type SecretBox } from '../config/index.js';
import { UNIT_OF_WORK, type UnitOfWork } from '../database/index.js';
import { CLOCK, type Clock } from '../kernel/clock.js';
import { OperationalError, UserError } from '../kernel/errors.js';
import { RANDOM, type Random } from '../kernel/random.js';
import {
  type IdentityAlgorithm,
  type IdentityKey,
  IdentityKeysRepository,
} from './identity-keys.repository.js';
import { MAX_VALIDITY_SECONDS, readIdentity } from './read-identity.js';
import { newSecret } from './secret.js';
import type { Site } from './sites.repository.js';
import { Sites } from './sites.service.js';
import { VisitorSessions } from './visitor-sessions.service.js';

const CLOCK_TOLERANCE_SECONDS = 30;
const MAX_TOKEN_CHARACTERS = 4_096;
/** Room for one rotation at a time and some. */
const MAX_KEYS = 5;
const MIN_RSA_BITS = 2_048;

/** What an administrator sees of a site's keys. A secret is shown when it is made and never again. */
export interface IdentitySettings {
  readonly enforced: boolean;
  readonly keys: readonly Pick<IdentityKey, 'kid' | 'algorithm' | 'createdAt'>[];
}

export interface ProvenIdentity {
  readonly identity: VerifiedIdentity;
  readonly kid: string;
  readonly expiresAt: Date;
}

/** The keys by which a site's owner signs who their visitors are, and the one place where a signature is checked. */
@Injectable()
export class IdentityKeys {
  constructor(
    @Inject(UNIT_OF_WORK) private readonly unitOfWork: UnitOfWork,
    @Inject(IdentityKeysRepository) private readonly repository: IdentityKeysRepository,
    @Inject(Sites) private readonly sites: Sites,
    @Inject(VisitorSessions) private readonly sessions: VisitorSessions,
    @Inject(SECRET_BOX) private readonly box: SecretBox,
    @Inject(RANDOM) private readonly random: Random,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Who a token proves on this site. Anything that is not entirely right (form, signature, algorithm, audience,
   * dates, subject) is refused with one and the same error: there is no half-verified visitor.
   */
  async verify(site: Site, token: string): Promise<ProvenIdentity> {
    const keys = await this.listKeys(site.workspaceId, site.id);
    try {
      if (token.length > MAX_TOKEN_CHARACTERS) throw new Error('too long');
      const { payload, protectedHeader } = await jwtVerify(
        token,
        (header) => this.keyFor(site, keys, header),
        {
          algorithms: [...new Set(keys.map(({ algorithm }) => algorithm))],
          audience: site.key,
          requiredClaims: ['sub', 'aud', 'iat', 'exp'],
          maxTokenAge: MAX_VALIDITY_SECONDS,
          clockTolerance: CLOCK_TOLERANCE_SECONDS,
          currentDate: this.clock.now(),
        },
      );
      const read = readIdentity(payload);
      if (!read || protectedHeader.kid === undefined) throw new Error('not of the agreed form');
      return { ...read, kid: protectedHeader.kid };
    } catch (cause) {
      if (cause instanceof OperationalError) throw cause;
      throw new UserError('identity_refused', [], { cause });
    }
  }

  async read(workspaceId: WorkspaceId, siteId: SiteId): Promise<IdentitySettings> {
    const { identityEnforced } = await this.sites.get(workspaceId, siteId);
    const keys = await this.listKeys(workspaceId, siteId);
    return {
      enforced: identityEnforced,
      keys: keys.map(({ kid, algorithm, createdAt }) => ({ kid, algorithm, createdAt })),
    };
  }

  /** A new secret, given out here and nowhere else; earlier keys stay valid until they are retired. */
  async createSecret(workspaceId: WorkspaceId, siteId: SiteId): Promise<{ kid: string; secret: string }> {
    const { secret } = newSecret(this.random);
    const kid = this.newKid();
    const material = this.box.seal(secret, placeOf(workspaceId, siteId, kid));
    await this.insert(workspaceId, siteId, { kid, algorithm: 'HS256', material });
    return { kid, secret };
  }

  async addPublicKey(
    workspaceId: WorkspaceId,
    siteId: SiteId,
    algorithm: Exclude<IdentityAlgorithm, 'HS256'>,
    pem: string,
  ): Promise<{ kid: string }> {
    if (!isPublicKeyFor(algorithm, pem)) {
      throw new UserError('invalid_input', [`publicKey: not an SPKI public key (PEM) for ${algorithm}`]);
    }
    const kid = this.newKid();
    await this.insert(workspaceId, siteId, { kid, algorithm, material: pem });
    return { kid };
  }

  /** Retiring a key ends the sessions that it has opened: it may have been stolen. */
  async change(
    workspaceId: WorkspaceId,
    siteId: SiteId,
    change: { readonly enforced?: boolean | undefined; readonly retire?: string | undefined },
  ): Promise<IdentitySettings> {
    const { enforced, retire } = change;
    const before = await this.read(workspaceId, siteId);
    const left = before.keys.filter(({ kid }) => kid !== retire);
    if ((enforced ?? before.enforced) && left.length === 0) {
      throw new UserError('invalid_input', ['enforced: needs a key, or nobody could chat on this site']);
    }
    await this.unitOfWork.inWorkspace(workspaceId, async (tx) => {
      if (retire !== undefined) await this.repository.retire(tx, workspaceId, siteId, retire);
      if (enforced !== undefined) await this.repository.setEnforced(tx, workspaceId, siteId, enforced);
    });
    if (retire !== undefined) await this.sessions.endOfKey(workspaceId, siteId, retire);
    return this.read(workspaceId, siteId);
  }

  private async insert(
    workspaceId: WorkspaceId,
    siteId: SiteId,
    key: Omit<IdentityKey, 'createdAt'>,
  ): Promise<void> {
    const { keys } = await this.read(workspaceId, siteId);
    if (keys.length >= MAX_KEYS)
      throw new UserError('invalid_input', [`keys: at most ${MAX_KEYS}; retire one`]);
    await this.unitOfWork.inWorkspace(workspaceId, (tx) =>
      this.repository.insert(tx, workspaceId, siteId, key),
    );
  }

  private listKeys(workspaceId: WorkspaceId, siteId: SiteId): Promise<readonly IdentityKey[]> {
    return this.unitOfWork.inWorkspace(workspaceId, (tx) => this.repository.list(tx, workspaceId, siteId));
  }

  /** The key that the header names, and only for the algorithm that it was made for. */
  private async keyFor(site: Site, keys: readonly IdentityKey[], header: { kid?: string; alg?: string }) {
    const key = keys.find(({ kid }) => kid === header.kid);
    if (!key || key.algorithm !== header.alg) throw new Error('no such key');
    if (key.algorithm !== 'HS256') return importSPKI(key.material, key.algorithm);
    return Buffer.from(this.box.open(key.material, placeOf(site.workspaceId, site.id, key.kid)), 'utf8');
  }

  private newKid(): string {
    return Buffer.from(this.random.bytes(6)).toString('hex');
  }
}

function placeOf(workspaceId: WorkspaceId, siteId: SiteId, kid: string): string {
  return `site_identity_key.material/${workspaceId}/${siteId}/${kid}`;
}

function isPublicKeyFor(algorithm: IdentityAlgorithm, pem: string): boolean {
  // A private key would be read too, as its public half: it must not be sent to us at all.
  if (!pem.trimStart().startsWith('-----BEGIN PUBLIC KEY-----')) return false;
  try {
    const { asymmetricKeyType, asymmetricKeyDetails } = createPublicKey(pem);
    return algorithm === 'RS256'
      ? asymmetricKeyType === 'rsa' && (asymmetricKeyDetails?.modulusLength ?? 0) >= MIN_RSA_BITS
      : asymmetricKeyType === 'ec' && asymmetricKeyDetails?.namedCurve === 'prime256v1';
  } catch {
    return false;
  }
}
