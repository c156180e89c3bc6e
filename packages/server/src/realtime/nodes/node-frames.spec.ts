import type { ConversationId, MessageId, VisitorId, WorkspaceId } from '@baton/shared-types';
import { expect, it } from 'vitest';
import type { NodeMessage } from './node-bus.port.js';
import { packFrames, readFrame } from './node-frames.js';

const conversationId = 'cnv_1' as ConversationId;
const messageId = 'msg_1' as MessageId;

function committed(id: string, from: number, to: number, begun = false): NodeMessage {
  const workspaceId = 'wsp_1' as WorkspaceId;
  const visitorId = 'vis_1' as VisitorId;
  return { kind: 'committed', workspaceId, conversationId: id as ConversationId, visitorId, from, to, begun };
}

function delta(offset: number, text: string): NodeMessage {
  const notice = { name: 'stream.delta', payload: { messageId, offset, text } } as const;
  return { kind: 'notice', conversationId, readers: ['visitor'], notice };
}

it('others read what was packed, and the sender does not hear itself', () => {
  const messages = [
    committed('cnv_1', 0, 2),
    delta(0, 'Hello'),
    { kind: 'signed_out', sessionHash: 'x' } as const,
  ];
  const [frame = ''] = packFrames('a', messages);
  expect(readFrame('b', frame)).toEqual(messages);
  expect(readFrame('a', frame)).toEqual([]);
});

it('commits of one conversation become one range, and a stream keeps its place before them', () => {
  const messages = [
    committed('cnv_1', 0, 2, true),
    delta(0, 'Hi'),
    committed('cnv_2', 4, 5),
    committed('cnv_1', 2, 4),
  ];
  const [frame = ''] = packFrames('a', messages);
  expect(readFrame('b', frame)).toEqual([
    delta(0, 'Hi'),
    committed('cnv_2', 4, 5),
    committed('cnv_1', 0, 4, true),
  ]);
});

it('no frame is larger than PostgreSQL takes, and a long text arrives whole and in order', () => {
  const text = '😀"\n'.repeat(3_000);
  const messages = [
    delta(7, text),
    ...Array.from({ length: 200 }, (_, i) => committed(`cnv_${i}`, i, i + 1)),
  ];
  const frames = packFrames('a', messages);
  for (const frame of frames) expect(Buffer.byteLength(frame)).toBeLessThan(8_000);
  const heard = frames.flatMap((frame) => readFrame('b', frame));
  let whole = '';
  for (const message of heard) {
    if (message.kind !== 'notice' || message.notice.name !== 'stream.delta') continue;
    expect(message.notice.payload.offset).toBe(7 + whole.length);
    whole += message.notice.payload.text;
  }
  expect(whole).toBe(text);
  expect(heard.filter(({ kind }) => kind === 'committed')).toHaveLength(200);
});

it.each(['', 'null', '[]', '{"node":"b"}', '{"node":"b","messages":{}}', '{'])('ignores %s', (frame) => {
  expect(readFrame('a', frame)).toEqual([]);
});
