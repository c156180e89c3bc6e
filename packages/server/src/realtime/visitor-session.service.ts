import {
  type ConversationId,
  ERRORS,
  NAMESPACE,
  NOTICE,
  PROTOCOL_VERSION,
  type SessionOpened,
  type VisitorCommands,
} from '@baton/shared-types';
import { visitorHandshakeSchema } from '@baton/shared-types/schemas';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config/index.js';
import {
  ConversationBus,
  type ConversationState,
  type VisitorContext,
  VisitorMessages,
} from '../conversations/index.js';
import { Files } from '../files/index.js';
import { Attendance, QueuePlaces } from '../handoff/index.js';
import {
  ConnectionLimits,
  type ConsentRecord,
  Sites,
  VisitorConsents,
  VisitorEntrance,
  type VisitorPrincipal,
  VisitorSessions,
} from '../identity/index.js';
import { CLOCK, type Clock } from '../kernel/clock.js';
import { UserError } from '../kernel/errors.js';
import { parseBody } from '../kernel/parse-body.js';
import { LOGGER, type Logger } from '../observability/index.js';
import { Playbooks } from '../qualification/index.js';
import { addressOf } from './address-of.js';
import { FanOut } from './fan-out.service.js';
import { room } from './rooms.js';
import { siteAppearance } from './site-appearance.js';
import type { VisitorLink } from './visitor-link.js';
import type { VisitorConnection, VisitorSocket } from './visitor-socket.js';

/** Who is at the other end of a visitor's socket, and which conversation is theirs. */
@Injectable()
export class VisitorSession {
  constructor(
    @Inject(Sites) private readonly sites: Sites,
    @Inject(VisitorSessions) private readonly sessions: VisitorSessions,
    @Inject(VisitorMessages) private readonly messages: VisitorMessages,
    @Inject(Playbooks) private readonly playbooks: Playbooks,
    @Inject(FanOut) private readonly fanOut: FanOut,
    @Inject(VisitorEntrance) private readonly entrance: VisitorEntrance,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(ConnectionLimits) private readonly limits: ConnectionLimits,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(QueuePlaces) private readonly places: QueuePlaces,
    @Inject(Attendance) private readonly attendance: Attendance,
    @Inject(VisitorConsents) private readonly consents: VisitorConsents,
    @Inject(Files) private readonly files: Files,
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(ConversationBus) bus: ConversationBus,
  ) {
    sessions.onEnded((tokenHashes) => this.endAll((hash) => tokenHashes.has(hash)));
    bus.subscribe(({ state, events }) => {
      if (events.some((event) => event.type === 'conversation.started')) this.followEverywhere(state);
    });
  }

  async admit(socket: VisitorSocket): Promise<void> {
    const { auth, headers } = socket.handshake;
    const address = addressOf(socket.request, this.config.TRUSTED_PROXY_HOPS);
    const connection = await this.authenticate(auth, headers.origin, address);
    const leave = this.limits.enterWorkspace(connection.site.workspaceId);
    if (!leave) throw new UserError('too_many_requests');
    socket.conn.on('close', leave);
    Object.assign(socket.data, connection);
  }

  /** Who a handshake is from: protocol, site key on this exact origin, and the token if there is one. */
  async authenticate(auth: unknown, origin: string | undefined, address: string): Promise<VisitorConnection> {
    if (!isOfThisProtocol(auth)) throw new UserError('protocol_unsupported');
    const { siteKey, token } = parseBody(visitorHandshakeSchema, auth);
    const site = await this.sites.authorize(siteKey, origin);
    const found = token ? await this.sessions.find(site, token) : null;
    // Where identity is enforced, a session without one is nobody's.
    const principal = site.identityEnforced && found?.verifiedUntil == null ? null : found;
    return {
      site,
      address,
      token: principal ? token : null,
      principal,
      identity: principal ? await this.sessions.identityOf(principal) : null,
      page: { url: '', title: '', referrer: '' },
      locale: 'en',
      timeZone: site.timeZone,
      following: null,
      opening: Promise.resolve(),
    };
  }

  /** Opens the session; a visitor without a valid token becomes a new one, with ids and token of the server's making. */
  async open(link: VisitorLink, payload: VisitorCommands['session.open']['payload']): Promise<SessionOpened> {
    const { data } = link;
    const { page, locale, timeZone, identity } = payload;
    Object.assign(data, { page, locale, timeZone });
    const opened = data.opening.then(() => this.enter(data, identity));
    // A failed attempt must not stand in the way of the next one.
    data.opening = opened.catch(() => undefined);
    await opened;
    const { workspaceId, visitorId, verifiedUntil } = this.principalOf(link);
    this.assertFewTabs(link, room.visitor(visitorId));
    await link.join(room.visitor(visitorId));
    const followed = data.following;
    const latest = await this.messages.findLatest(workspaceId, visitorId);
    // Another tab may have begun a conversation while we looked; that one is newer than what we found.
    if (latest && data.following === followed) await this.follow(link, latest.id);
    if (latest?.status === 'open') void this.notePage(link, latest.id);
    if (latest && data.identity) await this.messages.noteIdentity(workspaceId, latest.id, data.identity);
    const { playbook } = await this.playbooks.current(workspaceId);
    const away = await this.attendance.findAway(workspaceId);
    const consent = await this.consents.ask(data.site, this.principalOf(link), locale);
    const files = this.files.rulesOf(data.site);
    return {
      visitorId,
      token: data.token ?? '',
      verified: verifiedUntil !== null,
      conversation: latest ? { id: latest.id, head: latest.head } : null,
      place: latest?.owner.kind === 'queue' ? await this.places.find(workspaceId, latest.id) : null,
      ...(consent ? { consent } : {}),
      ...(away ? { away } : {}),
      site: {
        ...siteAppearance(
          playbook,
          { companyName: data.site.workspaceName, texts: data.site.widget.texts },
          payload.locale,
        ),
        ...(files ? { files } : {}),
      },
    };
  }

  /** A conversation that began in one tab is followed by the visitor's other tabs, too. */
  followEverywhere({ id, visitorId }: Pick<ConversationState, 'id' | 'visitorId'>): void {
    const namespace = this.fanOut.namespace(NAMESPACE.visitor);
    for (const socketId of namespace?.adapter.rooms.get(room.visitor(visitorId)) ?? []) {
      const socket = namespace?.sockets.get(socketId) as VisitorSocket | undefined;
      if (socket) void this.follow(socket, id);
    }
  }

  /** Nobody waits for it, and where a visitor has taken their consent back it is not written down. */
  private async notePage(link: VisitorLink, conversationId: ConversationId): Promise<void> {
    try {
      await this.requireConsent(link);
      await this.messages.notePage(this.principalOf(link), conversationId, link.data.page);
    } catch (error) {
      if (error instanceof UserError && error.code === 'consent_required') return;
      this.logger.warn({ error, conversationId }, 'could not note the page that a visitor has come to');
    }
  }

  private assertFewTabs({ rooms }: VisitorLink, own: string): void {
    const tabs = this.fanOut.namespace(NAMESPACE.visitor)?.adapter.rooms.get(own)?.size ?? 0;
    if (rooms && !rooms.has(own) && tabs >= this.config.SOCKETS_PER_VISITOR)
      throw new UserError('too_many_requests');
  }

  /** Ends the session in every tab. This connection, too, hears of nothing more. */
  async logOut(link: VisitorLink): Promise<void> {
    const principal = this.principalOf(link);
    const { following } = link.data;
    // First of all, so that the end of the session does not end this connection before it has its answer.
    Object.assign(link.data, { principal: null, identity: null, token: null, following: null });
    await link.leave(room.visitor(principal.visitorId));
    if (following) await link.leave(room.conversation(following));
    await this.sessions.end(principal);
  }

  /** Ends connections whose session was ended on another node, or whose proof has run out. */
  async endDead(): Promise<void> {
    const hashes = this.connected().flatMap(({ data }) => data.principal?.tokenHash ?? []);
    if (hashes.length === 0) return;
    const asked = new Set(hashes);
    const live = await this.sessions.listLive(hashes);
    // Who came while we asked was not asked about.
    this.endAll((hash) => asked.has(hash) && !live.has(hash));
  }

  private endAll(isEnded: (tokenHash: string) => boolean): void {
    for (const socket of this.connected()) {
      const { principal } = socket.data;
      if (!principal || !isEnded(principal.tokenHash)) continue;
      const error = { code: 'session_invalid', message: ERRORS.session_invalid.message } as const;
      // Another tab may hold the token that counts now, so it may come back.
      socket.emit(NOTICE.sessionEnded, { error, retry: true });
      socket.disconnect(true);
    }
  }

  private connected(): readonly VisitorSocket[] {
    return [...(this.fanOut.namespace(NAMESPACE.visitor)?.sockets.values() ?? [])] as VisitorSocket[];
  }

  private async enter(data: VisitorConnection, signed: string | undefined): Promise<void> {
    if (data.principal && signed === undefined && data.identity) return;
    const presented = data.principal;
    // Nobody until it is settled: what ends with an old session is not this connection, and a refusal leaves nobody.
    Object.assign(data, { principal: null, identity: null });
    const { principal, token, identity } = await this.entrance.enter(data.site, presented, signed);
    Object.assign(data, { principal, identity, token: token ?? data.token });
  }

  principalOf(link: VisitorLink): VisitorPrincipal {
    const { principal } = link.data;
    const isOver = principal?.verifiedUntil != null && principal.verifiedUntil <= this.clock.now();
    if (!principal || isOver) throw new UserError('session_invalid');
    return principal;
  }

  /** Refuses where the site asks for consent and this visitor has not given it. */
  async contextOf(link: VisitorLink): Promise<VisitorContext> {
    const { page, locale, timeZone, identity } = link.data;
    // Before anything is waited for: who sent this is who it was then.
    const principal = this.principalOf(link);
    const consent = await this.consents.require(link.data.site, principal);
    return { ...principal, page, locale, timeZone, identity, consent };
  }

  requireConsent(link: VisitorLink): Promise<ConsentRecord | null> {
    return this.consents.require(link.data.site, this.principalOf(link));
  }

  /** Where a conversation is open, the answer stands in its log too. */
  async answerConsent(link: VisitorLink, answer: VisitorCommands['consent.set']['payload']): Promise<null> {
    const principal = this.principalOf(link);
    const { site, locale, following } = link.data;
    const record = await this.consents.answer(site, principal, { ...answer, locale });
    if (record && following) await this.messages.noteConsent(principal, following, record);
    return null;
  }

  /** The conversation this connection follows. A visitor without one has nothing to read: 404, like everywhere. */
  conversationOf(link: VisitorLink): ConversationId {
    if (!link.data.following) throw new UserError('not_found');
    return link.data.following;
  }

  /** Whose conversation it is, all of it from the session. */
  ownConversation(link: VisitorLink): VisitorPrincipal & { readonly conversationId: ConversationId } {
    return { ...this.principalOf(link), conversationId: this.conversationOf(link) };
  }

  /** From here on this connection hears of the conversation; it reads what came before from the log. */
  async follow(link: VisitorLink, conversationId: ConversationId): Promise<void> {
    if (link.data.following === conversationId) return;
    if (link.data.following) await link.leave(room.conversation(link.data.following));
    link.data.following = conversationId;
    await link.join(room.conversation(conversationId));
  }
}

function isOfThisProtocol(auth: unknown): boolean {
  return (
    typeof auth === 'object' && auth !== null && 'protocol' in auth && auth.protocol === PROTOCOL_VERSION
  );
}
