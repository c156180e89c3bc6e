import type { SiteId, VerifiedIdentity, VisitorId, WorkspaceId } from '@baton/shared-types';
import { Inject, Injectable } from '@nestjs/common';
import { type Transaction, UNIT_OF_WORK, type UnitOfWork } from '../database/index.js';
import { UserError } from '../kernel/errors.js';
import { IDS, type Ids } from '../kernel/ids.js';
import { RANDOM, type Random } from '../kernel/random.js';
import type { VisitorPrincipal } from './principals.js';
import { hashSecret, newSecret } from './secret.js';
import type { Site } from './sites.repository.js';
import { type SessionProof, VisitorSessionsRepository } from './visitor-sessions.repository.js';

/** How long a signed identity may open further sessions: an answer may be lost, two tabs may begin at once. */
const REPLAY_GRACE_SECONDS = 60;

export interface EnteredSession {
  readonly principal: VisitorPrincipal;
  /** Null: the token that was presented stays the visitor's. */
  readonly token: string | null;
}

/** What a signature has proven, with the digest of the token that carried it. */
export interface SignedProof extends SessionProof {
  readonly identity: VerifiedIdentity;
  readonly proofHash: string;
}

@Injectable()
export class VisitorSessions {
  private readonly endListeners: ((tokenHashes: ReadonlySet<string>) => void)[] = [];

  constructor(
    @Inject(UNIT_OF_WORK) private readonly unitOfWork: UnitOfWork,
    @Inject(VisitorSessionsRepository) private readonly repository: VisitorSessionsRepository,
    @Inject(IDS) private readonly ids: Ids,
    @Inject(RANDOM) private readonly random: Random,
  ) {}

  /** The visitor whom a token proves, on this very site. A token of another site, unknown or ended: null. */
  async find(site: Site, token: string): Promise<VisitorPrincipal | null> {
    const found = await this.unitOfWork.readAcrossWorkspaces((tx) =>
      this.repository.findByHash(tx, hashSecret(token)),
    );
    return found && found.workspaceId === site.workspaceId && found.siteId === site.id ? found : null;
  }

  /** A new visitor of this site. Ids and token are the server's; the token is given out here and nowhere else. */
  async create(site: Site): Promise<EnteredSession> {
    return this.unitOfWork.inWorkspace(site.workspaceId, async (tx) =>
      this.begin(tx, site, await this.newVisitor(tx, site), null),
    );
  }

  /**
   * The session of somebody whose identity is signed. Whoever was presented and is somebody else is left behind,
   * with the token. A visitor without a name becomes this one, and goes on under a new token: the old one may
   * have been planted.
   */
  async enterAs(site: Site, presented: VisitorPrincipal | null, proof: SignedProof): Promise<EnteredSession> {
    const { workspaceId, id: siteId } = site;
    const { subject } = proof.identity;
    const ended = new Set<string>();
    const entered = await this.unitOfWork.inWorkspace(workspaceId, async (tx) => {
      ended.clear();
      await this.repository.lockSubject(tx, workspaceId, siteId, subject);
      const known = await this.repository.findBySubject(tx, workspaceId, siteId, subject);
      const isSame = presented?.visitorId === known && presented?.verifiedUntil != null;
      const { secondsAgo } = await this.repository.noteUse(tx, workspaceId, proof.proofHash, proof.until);
      if (!isSame && secondsAgo > REPLAY_GRACE_SECONDS) throw new UserError('identity_refused');
      const visitorId = known ?? (await this.nameVisitor(tx, site, presented, subject));
      await this.repository.saveIdentity(tx, workspaceId, visitorId, proof.identity);
      if (isSame && presented) {
        const verifiedUntil = await this.repository.prolong(tx, workspaceId, presented.tokenHash, proof);
        return { principal: { ...presented, verifiedUntil }, token: null };
      }
      for (const hash of [
        ...(await this.repository.revokeUnproven(tx, workspaceId, visitorId)),
        ...(presented ? await this.repository.revoke(tx, workspaceId, presented.tokenHash) : []),
      ]) {
        ended.add(hash);
      }
      return this.begin(tx, site, visitorId, proof);
    });
    this.tellEnded(ended);
    return entered;
  }

  /** Who the visitor of a session is, if that was proven for this very session. */
  async identityOf({
    workspaceId,
    visitorId,
    verifiedUntil,
  }: VisitorPrincipal): Promise<VerifiedIdentity | null> {
    if (verifiedUntil === null) return null;
    return this.unitOfWork.inWorkspace(workspaceId, (tx) =>
      this.repository.getIdentity(tx, workspaceId, visitorId),
    );
  }

  /** Ends the session for good, in every tab that uses it. */
  async end({ workspaceId, tokenHash }: VisitorPrincipal): Promise<void> {
    const ended = await this.unitOfWork.inWorkspace(workspaceId, (tx) =>
      this.repository.revoke(tx, workspaceId, tokenHash),
    );
    this.tellEnded(new Set(ended));
  }

  async endOfKey(workspaceId: WorkspaceId, siteId: SiteId, kid: string): Promise<void> {
    const ended = await this.unitOfWork.inWorkspace(workspaceId, (tx) =>
      this.repository.revokeOfKey(tx, workspaceId, siteId, kid),
    );
    this.tellEnded(new Set(ended));
  }

  /** Of these sessions those that stand: neither ended, here or on another node, nor run out. */
  async listLive(tokenHashes: readonly string[]): Promise<ReadonlySet<string>> {
    const live = await this.unitOfWork.acrossWorkspaces((tx) => this.repository.listLive(tx, tokenHashes));
    return new Set(live);
  }

  /** Told of every session that is ended on this node. */
  onEnded(listener: (tokenHashes: ReadonlySet<string>) => void): void {
    this.endListeners.push(listener);
  }

  private tellEnded(tokenHashes: ReadonlySet<string>): void {
    if (tokenHashes.size > 0) for (const listener of this.endListeners) listener(tokenHashes);
  }

  private async nameVisitor(
    tx: Transaction,
    site: Site,
    presented: VisitorPrincipal | null,
    subject: string,
  ): Promise<VisitorId> {
    const { workspaceId } = site;
    if (presented && (await this.repository.claimVisitor(tx, workspaceId, presented.visitorId, subject))) {
      return presented.visitorId;
    }
    const visitorId = await this.newVisitor(tx, site);
    await this.repository.claimVisitor(tx, workspaceId, visitorId, subject);
    return visitorId;
  }

  private async newVisitor(tx: Transaction, { workspaceId, id: siteId }: Site): Promise<VisitorId> {
    const visitorId = this.ids.next('vis');
    await this.repository.insertVisitor(tx, workspaceId, siteId, visitorId);
    return visitorId;
  }

  private async begin(
    tx: Transaction,
    { workspaceId, id: siteId }: Site,
    visitorId: VisitorId,
    proof: SessionProof | null,
  ): Promise<EnteredSession> {
    const { secret, hash } = newSecret(this.random);
    const principal = { workspaceId, siteId, visitorId, tokenHash: hash };
    await this.repository.insertSession(tx, principal, proof);
    return { principal: { ...principal, verifiedUntil: proof?.until ?? null }, token: secret };
  }
}
