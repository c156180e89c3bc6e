import { LIMITS } from '@baton/shared-types';
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
