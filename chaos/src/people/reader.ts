import { createHash } from 'node:crypto';
import type { ConversationReplica } from '@baton/client';
import type { RecordEntry } from '../history/line.ts';

/** The same view in the same words, in whatever order its parts were put together. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = value instanceof Map ? [...value] : Object.entries(value);
  return entries
    .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1))
    .map(([key, part]) => [key, sorted(part)]);
}

export interface ReaderOptions {
  readonly proc: string;
  readonly who: 'visitor' | 'agent';
  readonly replica: Pick<ConversationReplica, 'view' | 'cursor'>;
  readonly record: RecordEntry;
  readonly of: (conv: string) => string | null;
}

/** Writes down how what a client shows changes: messages that came, and its place in the log. */
export class Reader {
  private messages: readonly string[] = [];
  private conv = '';
  private readonly options: ReaderOptions;
  private readonly forget: readonly (() => void)[];

  constructor(options: ReaderOptions) {
    this.options = options;
    const { view, cursor } = options.replica;
    this.forget = [view.subscribe(() => this.look()), cursor.subscribe((at) => this.moved(at))];
  }

  stop(): void {
    for (const run of this.forget) run();
  }

  /** Writes down all that it holds, as a digest. */
  recordView(fresh: boolean): void {
    const { proc, who, replica, record, of } = this.options;
    const view = replica.view.peek();
    const owner = view ? of(view.conversationId) : null;
    if (!view || !owner) return;
    const digest = createHash('sha1')
      .update(JSON.stringify(sorted(view)))
      .digest('hex');
    record({
      f: 'view',
      proc,
      of: owner,
      who,
      conv: view.conversationId,
      cursor: replica.cursor.peek(),
      digest,
      fresh,
    });
  }

  private moved(at: number): void {
    const { proc, replica, record, of } = this.options;
    const conv = replica.view.peek()?.conversationId;
    const owner = conv ? of(conv) : null;
    if (conv && owner && at > 0) record({ f: 'cursor', proc, of: owner, conv, at });
  }

  private look(): void {
    const { proc, replica, record, of } = this.options;
    const view = replica.view.peek();
    if (!view) return;
    const owner = of(view.conversationId);
    if (!owner) return;
    if (view.conversationId !== this.conv) this.messages = [];
    this.conv = view.conversationId;
    const next = view.messages.map(({ seq, messageId }) => `${seq} ${messageId}`);
    const had = this.messages;
    const other = had.findIndex((message, index) => message !== next[index]);
    const kept = other < 0 ? had.length : other;
    this.messages = next;
    if (kept === had.length && next.length === kept) return;
    const seen = view.messages.slice(kept).map(({ seq, messageId }) => [seq, messageId] as const);
    record({ f: 'read', proc, of: owner, conv: view.conversationId, had: had.length, kept, seen });
  }
}
