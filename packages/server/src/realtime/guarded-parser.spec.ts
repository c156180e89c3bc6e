import { LIMITS } from '@baton/shared-types';
import { Encoder, type Packet, PacketType } from 'socket.io-parser';
import { describe, expect, it } from 'vitest';
import { guardedParser, isTooDeep } from './guarded-parser.js';

const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

describe('isTooDeep', () => {
  it.each([
    ['flat text', '{"text":"hello"}', false],
    ['exactly the limit', nested(16), false],
    ['one more', nested(17), true],
    ['lists and objects together', '{"a":['.repeat(9), true],
    ['many brackets side by side', '[]'.repeat(500), false],
    ['brackets in a string', `{"text":"${'['.repeat(50)}"}`, false],
    ['brackets behind an escaped quote, still in the string', `{"text":"\\"${'['.repeat(50)}"}`, false],
    ['brackets behind a string that ends in an escaped backslash', `{"t":"\\\\",${'['.repeat(50)}`, true],
    ['a closing bracket in a string does not pay for an opening one', `${'["]",'.repeat(17)}`, true],
    ['5,000 deep in 10 KB, closed or not', nested(5_000), true],
  ])('%s', (_, text, expected) => {
    expect(isTooDeep(text, LIMITS.frameDepth)).toBe(expected);
  });
});

describe('the decoder', () => {
  const decoded = (frame: string | Buffer) => {
    const decoder = new guardedParser.Decoder();
    const packets: unknown[] = [];
    decoder.on('decoded', (packet: unknown) => packets.push(packet));
    decoder.add(frame);
    return packets;
  };

  it('reads an ordinary frame', () => {
    expect(decoded('2/visitor,1["typing.set",{"on":true}]')).toMatchObject([
      { nsp: '/visitor', id: 1, data: ['typing.set', { on: true }] },
    ]);
  });

  it.each([
    ['too deep', `2/visitor,["x",${nested(5_000)}]`],
    ['too long', `2/visitor,["x","${'x'.repeat(LIMITS.frameBytes)}"]`],
    ['binary', Buffer.from('2["x"]')],
  ])('A1: refuses a frame that is %s before anything is parsed', (_, frame) => {
    expect(() => decoded(frame)).toThrow(/refused|not part of the protocol/);
  });
});

describe('the encoder', () => {
  it.each<[string, Omit<Packet, 'nsp'>]>([
    ['a welcome', { type: PacketType.CONNECT, data: { sid: 'x1', pid: 'p1' } }],
    ['a refusal', { type: PacketType.CONNECT_ERROR, data: { message: 'not_found' } }],
    ['a farewell', { type: PacketType.DISCONNECT }],
    [
      'a notice',
      { type: PacketType.EVENT, data: ['log.appended', { events: [], text: 'größer "als" 3\u2028' }] },
    ],
    ['a question', { type: PacketType.EVENT, id: 0, data: ['are.you.there'] }],
    ['an answer', { type: PacketType.ACK, id: 12, data: [{ ok: true, value: null }] }],
    ['an empty answer', { type: PacketType.ACK, id: 13, data: [] }],
  ])('writes %s as socket.io does', (_, packet) => {
    for (const nsp of ['/', '/visitor']) {
      const whole = { ...packet, nsp };
      expect(new guardedParser.Encoder().encode(whole)).toEqual(new Encoder().encode(whole));
    }
  });
});
