import type {
  Actor,
  ConversationId,
  LogEvent,
  MessageAccepted,
  PageContext,
  Score,
  SiteId,
  VisitorId,
  VisitorMessageKind,
  WorkspaceId,
} from '@baton/shared-types';
import { Inject, Injectable } from '@nestjs/common';
import { type Transaction, UNIT_OF_WORK, type UnitOfWork } from '../database/index.js';
import { assert } from '../kernel/assert.js';
import { IDS, type Ids } from '../kernel/ids.js';
import { ConversationsRepository } from './conversations.repository.js';
import { ConversationsService } from './conversations.service.js';
import type { ConversationState } from './core/conversation-state.js';
import { newEvent, SYSTEM } from './core/events.js';
import { visitorMessage } from './core/visitor-message.js';

/** Whose message it is; all of it from the session, none of it from the message. */
export interface VisitorContext {
  readonly workspaceId: WorkspaceId;
  readonly siteId: SiteId;
  readonly visitorId: VisitorId;
  readonly page: PageContext;
  readonly locale: string;
  readonly timeZone: string;
}

export interface VisitorMessage {
  readonly clientId: string;
  readonly text: string;
  readonly kind: VisitorMessageKind;
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
    const { workspaceId, visitorId } = visitor;
    const written = await this.conversations.committed(workspaceId, async (tx) => {
      const earlier = await this.repository.findByClientId(
        tx,
        workspaceId,
        visitorId,
        message.clientId,
        null,
      );
      const { state, isNew } = earlier
        ? { state: await this.lock(tx, workspaceId, earlier.conversationId), isNew: false }
        : await this.openLocked(tx, visitor);
      if (earlier) return { state, events: [earlier], superseded: false, turnDue: false, isNew: false };
      const { siteId, page, locale, timeZone } = visitor;
      const started = newEvent('conversation.started', SYSTEM, { siteId, page, locale, timeZone });
      const actor = { kind: 'visitor', id: visitorId } as const;
      const sent = visitorMessage(actor, this.ids.next('msg'), message);
      const request = { workspaceId, conversationId: state.id, epoch: null };
      return this.conversations.appendLocked(tx, state, {
        ...request,
        decide: () => (isNew ? [started, sent] : [sent]),
      });
    });
    return accepted(written.events);
  }

  /** The conversation that a returning visitor sees first. */
  async findLatest(workspaceId: WorkspaceId, visitorId: VisitorId): Promise<ConversationState | null> {
    return this.unitOfWork.inWorkspace(workspaceId, (tx) =>
      this.repository.findLatestOfVisitor(tx, workspaceId, visitorId),
    );
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

  private async lock(
    tx: Transaction,
    workspaceId: WorkspaceId,
    id: ConversationId,
  ): Promise<ConversationState> {
    const state = await this.repository.findLocked(tx, workspaceId, id);
    assert(state, 'a conversation that has an event exists');
    return state;
  }

  /** Two tabs that begin at once meet at the unique index: one inserts, the other waits and finds it. */
  private async openLocked(
    tx: Transaction,
    visitor: VisitorContext,
  ): Promise<{ readonly state: ConversationState; readonly isNew: boolean }> {
    const { workspaceId, visitorId, siteId, locale, timeZone } = visitor;
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const open = await this.repository.findOpenOfVisitor(tx, workspaceId, visitorId);
      if (open) {
        const state = await this.lock(tx, workspaceId, open.id);
        if (state.status === 'open') return { state, isNew: state.head === 0 };
      }
      const id = this.ids.next('cnv');
      const isNew = await this.repository.insert(tx, workspaceId, {
        id,
        siteId,
        visitorId,
        locale,
        timeZone,
      });
      if (isNew) return { state: await this.lock(tx, workspaceId, id), isNew };
    }
    throw new Error('the visitor’s open conversation could not be found or made');
  }
}

function accepted(events: readonly LogEvent[]): MessageAccepted {
  const sent = events.find((event) => event.type === 'message.sent');
  assert(sent?.type === 'message.sent', 'a visitor message was written or found');
  return { conversationId: sent.conversationId, messageId: sent.data.messageId, seq: sent.seq };
}
