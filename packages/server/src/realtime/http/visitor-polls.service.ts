import type { ConversationId, LogBatch, VisitorId } from '@baton/shared-types';
import { type BeforeApplicationShutdown, Inject, Injectable } from '@nestjs/common';
import { UserError } from '../../kernel/errors.js';
import { FanOut } from '../fan-out.service.js';
import type { EphemeralNotice } from '../nodes/node-bus.port.js';

/** Questions that one visitor may have open; as many as tabs. */
const MOST_PER_VISITOR = 5;

/** One question for news while it waits. */
export interface Poll {
  /** What has come since, without the log; each is taken once. */
  take(): readonly EphemeralNotice[];
  /** Resolves when something has come, after `ms`, or when the question is taken back. True: something has come. */
  wait(ms: number): Promise<boolean>;
  /** From now on what happens in this conversation concerns it. */
  follow(conversationId: ConversationId): void;
  /** Answers it as it stands. */
  end(): void;
}

/** The visitors who ask this node for news over HTTP, and what wakes them. */
@Injectable()
export class VisitorPolls implements BeforeApplicationShutdown {
  private readonly open = new Map<VisitorId, Set<OpenPoll>>();

  constructor(@Inject(FanOut) fanOut: FanOut) {
    fanOut.addEar({
      isListening: (visitorId) => this.open.has(visitorId),
      batch: (visitorId, { conversationId }) => this.committed(visitorId, conversationId),
      notice: (conversationId, notice) => this.noticed(conversationId, notice),
    });
  }

  /** A node that stops answers every question, so that it is asked elsewhere. */
  beforeApplicationShutdown(): void {
    for (const polls of this.open.values()) for (const poll of polls) poll.end();
  }

  begin(visitorId: VisitorId, signal: AbortSignal): Poll {
    const polls = this.open.get(visitorId) ?? new Set();
    if (polls.size >= MOST_PER_VISITOR) throw new UserError('too_many_requests');
    const poll = new OpenPoll(() => {
      polls.delete(poll);
      if (polls.size === 0) this.open.delete(visitorId);
    });
    this.open.set(visitorId, polls.add(poll));
    signal.addEventListener('abort', () => poll.end());
    return poll;
  }

  private committed(visitorId: VisitorId, conversationId: LogBatch['conversationId']): void {
    for (const poll of this.open.get(visitorId) ?? []) {
      poll.follow(conversationId);
      poll.wake();
    }
  }

  private noticed(conversationId: ConversationId, notice: EphemeralNotice): void {
    for (const polls of this.open.values()) for (const poll of polls) poll.hear(conversationId, notice);
  }
}

class OpenPoll implements Poll {
  private conversationId: ConversationId | null = null;
  private heard: EphemeralNotice[] = [];
  private woken = false;
  private ended = false;
  private resolve: ((woken: boolean) => void) | null = null;

  constructor(private readonly left: () => void) {}

  follow(conversationId: ConversationId): void {
    this.conversationId = conversationId;
  }

  hear(conversationId: ConversationId, notice: EphemeralNotice): void {
    if (conversationId !== this.conversationId) return;
    this.heard.push(notice);
    this.wake();
  }

  wake(): void {
    this.woken = true;
    this.resolve?.(true);
  }

  take(): readonly EphemeralNotice[] {
    const taken = this.heard;
    this.heard = [];
    this.woken = false;
    return taken;
  }

  async wait(ms: number): Promise<boolean> {
    if (this.ended) return false;
    if (this.woken) return true;
    let timer: NodeJS.Timeout | null = null;
    const woken = await new Promise<boolean>((resolve) => {
      this.resolve = resolve;
      timer = setTimeout(resolve, ms, false);
    });
    if (timer) clearTimeout(timer);
    return woken && !this.ended;
  }

  end(): void {
    if (this.ended) return;
    this.ended = true;
    this.left();
    this.resolve?.(false);
  }
}
