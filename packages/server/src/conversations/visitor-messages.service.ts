import type {
  Actor,
  ConversationId,
  FileRecord,
  LogEvent,
  MessageAccepted,
  NewEvent,
  PageContext,
  Score,
  SiteId,
  VerifiedIdentity,
  VisitorId,
  VisitorMessageKind,
  WorkspaceId,
} from '@baton/shared-types';
import { Inject, Injectable } from '@nestjs/common';
import { UNIT_OF_WORK, type UnitOfWork } from '../database/index.js';
import { assert } from '../kernel/assert.js';
import { contentHash } from '../kernel/digest.js';
import { IDS, type Ids } from '../kernel/ids.js';
import { ConversationsRepository, senderKey } from './conversations.repository.js';
import { ConversationsService } from './conversations.service.js';
import type { ConversationState } from './core/conversation-state.js';
import { decideAppend } from './core/decide-append.js';
import { newEvent, SYSTEM } from './core/events.js';
import { changeOwner } from './core/ownership.js';
import { visitorMessage } from './core/visitor-message.js';

/** A way is told by its first pages; a page that changes its address all the time must not fill the log. */
const MOST_PAGES = 50;

/** Whose message it is; all of it from the session, none of it from the message. */
export interface VisitorContext {
  readonly workspaceId: WorkspaceId;
  readonly siteId: SiteId;
  readonly visitorId: VisitorId;
  readonly page: PageContext;
  readonly locale: string;
  readonly timeZone: string;
  /** Who it is by signature; null for everybody else. */
  readonly identity: VerifiedIdentity | null;
  /** What lets them write; null where the site asks for no consent. */
  readonly consent: VisitorConsent | null;
}

/** What a visitor answered to the question for consent, in the words in which it was asked. */
export interface VisitorConsent {
  readonly granted: boolean;
  readonly version: string;
  readonly text: string;
  readonly decidedAt: Date;
}

export interface VisitorMessage {
  readonly clientId: string;
  readonly text: string;
  readonly kind: VisitorMessageKind;
  readonly files?: readonly FileRecord[];
}

/** What a visitor can do to the log: begin a conversation by writing, write, and close it. */
@Injectable()
export class VisitorMessages {
  constructor(
    @Inject(UNIT_OF_WORK) private readonly unitOfWork: UnitOfWork,
    @Inject(IDS) private readonly ids: Ids,
    @Inject(ConversationsRepository) private readonly repository: ConversationsRepository,
    @Inject(ConversationsService) private readonly conversations: ConversationsService,
  ) {}

  /** Stores the message in the visitor's open conversation, beginning one if there is none. */
  async send(visitor: VisitorContext, message: VisitorMessage): Promise<MessageAccepted> {
    const { workspaceId, visitorId, siteId, page, locale, timeZone, identity, consent } = visitor;
    const started = newEvent('conversation.started', SYSTEM, { siteId, page, locale, timeZone });
    const actor = { kind: 'visitor', id: visitorId } as const;
    const beginning = [
      started,
      ...(consent ? [consentEvent(actor, consent)] : []),
      ...(identity ? [identityEvent(identity)] : []),
    ];
    const sent = visitorMessage(actor, this.ids.next('msg'), message);
    const written = await this.conversations.committed(workspaceId, {
      target: { begin: { id: this.ids.next('cnv'), siteId, visitorId, locale, timeZone } },
      once: { sender: senderKey(actor), clientId: message.clientId },
      decide: (state) =>
        decideAppend(state, {
          epoch: null,
          decide: () => (state.head === 0 ? [...beginning, sent] : [sent]),
        }),
    });
    return accepted(written.events);
  }

  /** The conversation that a returning visitor sees first. */
  async findLatest(workspaceId: WorkspaceId, visitorId: VisitorId): Promise<ConversationState | null> {
    return this.unitOfWork.readInWorkspace(workspaceId, (tx) =>
      this.repository.findLatestOfVisitor(tx, workspaceId, visitorId),
    );
  }

  /** Records, once, who the visitor of a conversation is by signature. */
  async noteIdentity(
    workspaceId: WorkspaceId,
    conversationId: ConversationId,
    identity: VerifiedIdentity,
  ): Promise<void> {
    await this.conversations.append({
      workspaceId,
      conversationId,
      epoch: null,
      once: { actor: SYSTEM, clientId: identityKey(identity) },
      decide: ({ status }) => (status === 'closed' ? [] : [identityEvent(identity)]),
    });
  }

  /** Records in an open conversation that its visitor has come to another page. */
  async notePage(
    { workspaceId, visitorId }: Pick<VisitorContext, 'workspaceId' | 'visitorId'>,
    conversationId: ConversationId,
    page: PageContext,
  ): Promise<void> {
    const before = await this.unitOfWork.readInWorkspace(workspaceId, (tx) =>
      this.repository.findLastPage(tx, workspaceId, conversationId),
    );
    if (!page.url || before?.url === page.url || (before?.pages ?? 0) >= MOST_PAGES) return;
    await this.conversations.append({
      workspaceId,
      conversationId,
      epoch: null,
      decide: ({ status }) =>
        status === 'closed' ? [] : [newEvent('page.visited', { kind: 'visitor', id: visitorId }, { page })],
    });
  }

  /**
   * Records in an open conversation what its visitor has answered to the question for consent. An agreement that is taken
   * back cuts the assistant off: a new epoch, as at every change of hands, so that nothing it still has in mind follows.
   */
  async noteConsent(
    { workspaceId, visitorId }: Pick<VisitorContext, 'workspaceId' | 'visitorId'>,
    conversationId: ConversationId,
    consent: VisitorConsent,
  ): Promise<void> {
    await this.conversations.append({
      workspaceId,
      conversationId,
      epoch: null,
      decide: (state) => {
        if (state.status === 'closed') return [];
        const visitor = { kind: 'visitor', id: visitorId } as const;
        const isSilenced = !consent.granted && state.owner.kind !== 'agent';
        return [
          consentEvent(visitor, consent),
          ...(isSilenced ? [changeOwner(state, state.owner, SYSTEM)] : []),
        ];
      },
    });
  }

  async close(
    workspaceId: WorkspaceId,
    visitorId: VisitorId,
    conversationId: ConversationId,
    clientId: string,
  ): Promise<number> {
    const actor: Actor = { kind: 'visitor', id: visitorId };
    const { state } = await this.conversations.append({
      workspaceId,
      conversationId,
      epoch: null,
      once: { actor, clientId },
      decide: ({ status }) =>
        status === 'closed' ? [] : [newEvent('conversation.closed', actor, { by: 'visitor' }, { clientId })],
    });
    return state.head;
  }

  /** Also after the end: that is when people rate. */
  async rate(
    workspaceId: WorkspaceId,
    visitorId: VisitorId,
    conversationId: ConversationId,
    rating: { readonly clientId: string; readonly score: Score; readonly comment: string | null },
  ): Promise<number> {
    const actor: Actor = { kind: 'visitor', id: visitorId };
    const { clientId, score, comment } = rating;
    const { events, state } = await this.conversations.append({
      workspaceId,
      conversationId,
      epoch: null,
      once: { actor, clientId },
      decide: () => [newEvent('conversation.rated', actor, { score, comment }, { clientId })],
    });
    return events.at(-1)?.seq ?? state.head;
  }
}

function identityEvent(identity: VerifiedIdentity): NewEvent {
  return newEvent('visitor.verified', SYSTEM, { identity }, { clientId: identityKey(identity) });
}

function consentEvent(actor: Actor, { granted, version, text, decidedAt }: VisitorConsent): NewEvent {
  return newEvent('consent.recorded', actor, { granted, version, text, decidedAt: decidedAt.toISOString() });
}

/** The same identity makes the same client id, so that it stands in a conversation once. */
function identityKey(identity: VerifiedIdentity): string {
  return `verified-${contentHash(identity).slice(0, 32)}`;
}

function accepted(events: readonly LogEvent[]): MessageAccepted {
  const sent = events.find((event) => event.type === 'message.sent');
  assert(sent?.type === 'message.sent', 'a visitor message was written or found');
  return { conversationId: sent.conversationId, messageId: sent.data.messageId, seq: sent.seq };
}
