import type { CommitHint, NodeMessage } from './node-bus.port.js';

/** PostgreSQL takes less than 8,000 bytes in one notification. */
const FRAME_BYTES = 7_800;
const ENVELOPE_BYTES = 100;

/** Messages as texts that fit into one notification each, marked with who sends them. */
export function packFrames(node: string, messages: readonly NodeMessage[]): readonly string[] {
  const frames: string[] = [];
  let parts: string[] = [];
  let bytes = ENVELOPE_BYTES;
  const close = () => {
    if (parts.length > 0) frames.push(`${headOf(node)},"messages":[${parts.join(',')}]}`);
    parts = [];
    bytes = ENVELOPE_BYTES;
  };
  for (const part of joinCommits(messages).flatMap(encode)) {
    const size = Buffer.byteLength(part) + 1;
    if (bytes + size > FRAME_BYTES) close();
    parts.push(part);
    bytes += size;
  }
  close();
  return frames;
}

/** The messages of a frame; none when this node sent it itself, or when it is no frame of ours. */
export function readFrame(node: string, frame: string): readonly NodeMessage[] {
  // Every node hears itself too: under load most of what comes need not be taken apart.
  if (frame.startsWith(headOf(node))) return [];
  try {
    const { node: sender, messages }: { node?: unknown; messages?: unknown } = JSON.parse(frame);
    return sender === node || !Array.isArray(messages) ? [] : messages;
  } catch {
    return [];
  }
}

/** Commits of one conversation that wait together become one range, in the place of the last. */
function joinCommits(messages: readonly NodeMessage[]): readonly NodeMessage[] {
  const last = new Map<string, CommitHint>();
  for (const message of messages) {
    if (message.kind !== 'committed') continue;
    const known = last.get(message.conversationId);
    last.set(message.conversationId, {
      ...message,
      from: Math.min(message.from, known?.from ?? message.from),
      to: Math.max(message.to, known?.to ?? message.to),
      begun: message.begun || (known?.begun ?? false),
    });
  }
  const told = new Set<string>();
  return messages
    .toReversed()
    .flatMap((message): readonly NodeMessage[] => {
      if (message.kind !== 'committed') return [message];
      const joined = told.has(message.conversationId) ? undefined : last.get(message.conversationId);
      told.add(message.conversationId);
      return joined ? [joined] : [];
    })
    .toReversed();
}

/** As JSON. A piece of streamed text that is too long goes in two; nothing else grows that large. */
function encode(message: NodeMessage): readonly string[] {
  const text = JSON.stringify(message);
  if (Buffer.byteLength(text) + ENVELOPE_BYTES < FRAME_BYTES) return [text];
  return splitDelta(message).flatMap(encode);
}

function splitDelta(message: NodeMessage): readonly NodeMessage[] {
  if (message.kind !== 'notice' || message.notice.name !== 'stream.delta') return [];
  const { messageId, offset, text } = message.notice.payload;
  const half = Math.ceil(text.length / 2);
  const piece = (from: number, part: string): NodeMessage => ({
    ...message,
    notice: { name: 'stream.delta', payload: { messageId, offset: offset + from, text: part } },
  });
  return [piece(0, text.slice(0, half)), piece(half, text.slice(half))];
}

/** What a frame of this node begins with. */
function headOf(node: string): string {
  return `{"node":${JSON.stringify(node)}`;
}
