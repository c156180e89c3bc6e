/** What is read of the server's answers, checked by hand: the harness believes nothing that it has not seen. */
export interface Batch {
  readonly conversationId: string;
  readonly from: number;
  readonly to: number;
  readonly events: readonly { readonly seq: number; readonly id: string }[];
}

export interface Accepted {
  readonly conversationId: string;
  readonly messageId: string;
  readonly seq: number;
}

export function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

export function asAccepted(value: unknown): Accepted | null {
  const [conversationId, messageId, seq] = ['conversationId', 'messageId', 'seq'].map((name) =>
    field(value, name),
  );
  if (typeof conversationId !== 'string' || typeof messageId !== 'string' || typeof seq !== 'number')
    return null;
  return { conversationId, messageId, seq };
}

export function asPage(value: unknown): { readonly batch: Batch | null; readonly reset: boolean } {
  return { batch: asBatch(field(value, 'batch')), reset: field(value, 'reset') === true };
}

function asBatch(value: unknown): Batch | null {
  const [conversationId, from, to, events] = ['conversationId', 'from', 'to', 'events'].map((name) =>
    field(value, name),
  );
  if (typeof conversationId !== 'string' || typeof from !== 'number' || typeof to !== 'number') return null;
  if (!Array.isArray(events)) return null;
  return {
    conversationId,
    from,
    to,
    events: events.map((event) => ({ seq: Number(field(event, 'seq')), id: String(field(event, 'id')) })),
  };
}
