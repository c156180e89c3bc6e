import type { PlaybookVocabulary } from '@baton/shared-types';
import { describe, expect, it } from 'vitest';
import { completePlaybook, slotKeysIn } from './complete-playbook.js';

const text = { type: 'object', properties: { en: { type: 'string' }, de: { type: 'string' } } };
const VOCABULARY: PlaybookVocabulary = {
  schema: {
    type: 'object',
    properties: {
      name: { type: 'string' },
      slots: {
        type: 'array',
        items: {
          type: 'object',
          properties: {
            key: { type: 'string' },
            kind: { type: 'string', enum: ['email', 'team_size'] },
            ask: text,
            acknowledge: { anyOf: [text, { type: 'null' }] },
          },
        },
      },
      ladder: { type: 'array', items: { type: 'string' } },
      verdicts: {
        type: 'array',
        items: { type: 'object', properties: { id: { type: 'string' }, when: { type: 'string' } } },
      },
      handoffs: { type: 'array', items: { type: 'object', properties: { when: { type: 'string' } } } },
      limits: { type: 'object', properties: { repeat: { type: 'boolean' }, turns: { type: 'integer' } } },
    },
  },
  facts: {
    verdict: { reachable: 'bool', team_size: 'optional<int>' },
    handoff: { reachable: 'bool', verdict: 'string' },
    routing: { tier: 'string' },
  },
};

/** Completes where the bar stands. */
function at(marked: string) {
  const position = marked.indexOf('|');
  return completePlaybook(marked.replace('|', ''), position, VOCABULARY);
}
const labels = (marked: string) => at(marked)?.options.map(({ label }) => label) ?? null;

const SLOTS = 'slots:\n  - key: email\n    kind: email\n  - key: size\n    kind: team_size\n';

describe('completePlaybook', () => {
  it('offers the keys of the block that are not there yet, above or below', () => {
    expect(labels('name: x\n|\nladder: []\n')).toEqual(['slots', 'verdicts', 'handoffs', 'limits']);
    expect(labels('slots:\n  - key: email\n    |\n    kind: email\n')).toEqual(['ask', 'acknowledge']);
    expect(labels('slots:\n  - key: a\n    kind: email\n  - |')).toEqual([
      'key',
      'kind',
      'ask',
      'acknowledge',
    ]);
  });

  it('finds lists whose dashes stand in the column of their key', () => {
    expect(labels('slots:\n- key: a\n  ki|')).toEqual(['kind', 'ask', 'acknowledge']);
  });

  it('opens what is nested in the right column', () => {
    expect(at('slots:\n  - key: a\n    as|')?.options[1]).toMatchObject({ apply: 'ask:\n      ' });
    expect(at('lim|')?.options.find(({ label }) => label === 'ladder')).toMatchObject({
      apply: 'ladder:\n  - ',
    });
    expect(at('lim|')?.from).toBe(0);
  });

  it('looks into every shape that a value may have', () => {
    expect(labels('slots:\n  - key: a\n    acknowledge:\n      |')).toEqual(['en', 'de']);
    expect(labels('slots:\n  - key: a\n    acknowledge: |')).toEqual(['null']);
  });

  it('offers values from their list', () => {
    expect(labels('slots:\n  - key: a\n    kind: te|')).toEqual(['email', 'team_size']);
    expect(labels('limits:\n  repeat: |')).toEqual(['true', 'false']);
    expect(labels('limits:\n  turns: |')).toBeNull();
  });

  it('offers the playbook’s own slots where slots are named', () => {
    expect(labels(`${SLOTS}ladder: [email, |`)).toEqual(['email', 'size']);
    expect(labels(`${SLOTS}ladder:\n  - |`)).toEqual(['email', 'size']);
  });

  it('offers the facts that this kind of rule may speak about', () => {
    expect(labels('verdicts:\n  - id: a\n    when: reach|')).toEqual(['reachable', 'team_size']);
    expect(labels('handoffs:\n  - when: "verdict == |')).toEqual(['reachable', 'verdict']);
    expect(labels(`${SLOTS}verdicts:\n  - id: a\n    when: '"em|`)).toEqual(['email', 'size']);
  });

  it('keeps out of sentences and comments', () => {
    expect(labels('name: some words |')).toBeNull();
    expect(labels('# a comment |')).toBeNull();
    expect(labels('slots:\n  - key: a\n    ask: { en: What|')).toBeNull();
  });
});

it('slotKeysIn reads no other keys than those of slots', () => {
  expect(slotKeysIn(`other:\n  - key: no\n${SLOTS}# end\nrules:\n  - key: neither\n`)).toEqual([
    'email',
    'size',
  ]);
});
