import {
  type ConversationId,
  NAMESPACE,
  PROTOCOL_VERSION,
  type SessionOpened,
  type VisitorCommands,
} from '@baton/shared-types';
import { visitorHandshakeSchema } from '@baton/shared-types/schemas';
import { Inject, Injectable } from '@nestjs/common';
import {
  ConversationBus,
  type ConversationState,
  type VisitorContext,
  VisitorMessages,
} from '../conversations/index.js';
import { Sites, type VisitorPrincipal, VisitorSessions } from '../identity/index.js';
import { UserError } from '../kernel/errors.js';
import { parseBody } from '../kernel/parse-body.js';
import { Playbooks } from '../qualification/index.js';
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
    @Inject(ConversationBus) bus: ConversationBus,
  ) {
    bus.subscribe(({ state, events }) => {
      if (events.some((event) => event.type === 'conversation.started')) this.followEverywhere(state);
    });
  }

  async admit(socket: VisitorSocket): Promise<void> {
    const { auth, headers } = socket.handshake;
    Object.assign(socket.data, await this.authenticate(auth, headers.origin));
  }

  /** Who a handshake is from: protocol, site key on this exact origin, and the token if there is one. */
  async authenticate(auth: unknown, origin: string | undefined): Promise<VisitorConnection> {
    if (!isOfThisProtocol(auth)) throw new UserError('protocol_unsupported');
    const { siteKey, token } = parseBody(visitorHandshakeSchema, auth);
    const site = await this.sites.authorize(siteKey, origin);
    const principal = token ? await this.sessions.find(site, token) : null;
    return {
      site,
      token: principal ? token : null,
      principal,
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
    Object.assign(data, payload);
    const opened = data.opening.then(() => this.ensureVisitor(data));
    // A failed attempt must not stand in the way of the next one.
    data.opening = opened.catch(() => undefined);
    await opened;
    const { workspaceId, visitorId } = this.principalOf(link);
    await link.join(room.visitor(visitorId));
    const followed = data.following;
    const latest = await this.messages.findLatest(workspaceId, visitorId);
    // Another tab may have begun a conversation while we looked; that one is newer than what we found.
    if (latest && data.following === followed) await this.follow(link, latest.id);
    const { playbook } = await this.playbooks.current(workspaceId);
    return {
      visitorId,
      token: data.token ?? '',
      conversation: latest ? { id: latest.id, head: latest.head } : null,
      site: siteAppearance(playbook, data.site.workspaceName, payload.locale),
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

  private async ensureVisitor(data: VisitorConnection): Promise<void> {
    if (data.principal) return;
    const { principal, token } = await this.sessions.create(data.site);
    Object.assign(data, { principal, token });
  }

  principalOf(link: VisitorLink): VisitorPrincipal {
    const { principal } = link.data;
    if (!principal) throw new UserError('session_invalid');
    return principal;
  }

  contextOf(link: VisitorLink): VisitorContext {
    const { page, locale, timeZone } = link.data;
    return { ...this.principalOf(link), page, locale, timeZone };
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
