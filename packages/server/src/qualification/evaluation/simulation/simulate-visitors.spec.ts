import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compiled, DEFAULT_PLAYBOOK } from '../../../../test/play-visitor.js';
import { type GoldenChat, parseGoldenChat } from '../golden-chat.js';
import { type Part, partOf } from '../part-of.js';
import { simulateChat } from './simulate-chat.js';
import { simulateVisitors } from './simulate-visitors.js';
import { SimulatedVisitor } from './simulated-visitor.js';

const PLAYBOOK = compiled(DEFAULT_PLAYBOOK);
const CHATS = readFileSync(new URL('../../../../golden/english.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .flatMap((line): readonly GoldenChat[] => {
    const chat = parseGoldenChat(line);
    return chat.ok ? [chat.value] : [];
  });

test('a visitor answers in the words of the chat, and refuses what the chat refuses', () => {
  const chat = CHATS.find(({ gold }) => gold.slots.team_size !== undefined && gold.declined.length > 0);
  if (chat === undefined) throw new Error('no such golden chat');
  const visitor = new SimulatedVisitor(chat, 'terse');
  expect(chat.turns.map(({ text }) => text).join('\n')).toContain(visitor.open());
  expect(visitor.answer('team_size')).toBe(chat.gold.slots.team_size?.evidence.at(-1)?.quote);
  expect(visitor.answer(chat.gold.declined[0] ?? 'phone')).toBe("I'd rather not say.");
});

test('whoever changes the subject comes back to the question', () => {
  const chat = CHATS.find(({ gold }) => gold.slots.team_size !== undefined);
  if (chat === undefined) throw new Error('no such golden chat');
  const visitor = new SimulatedVisitor(chat, 'changing-subject');
  expect(visitor.answer('team_size')).toMatch(/\?$/);
  expect(visitor.resume()).toBe(chat.gold.slots.team_size?.evidence.at(-1)?.quote);
});

test('whoever is asked nothing goes on with what the chat says next unasked, and then has nothing to add', () => {
  const turn = (n: number, from: 'visitor' | 'assistant', text: string, asks: 'name' | null = null) => ({
    n,
    from,
    text,
    asks,
  });
  const [first] = CHATS;
  if (first === undefined) throw new Error('no golden chat');
  const turns = [
    turn(1, 'visitor', 'Our reports are gone.'),
    turn(2, 'assistant', 'Please sign in again.'),
    turn(3, 'visitor', 'Back, thanks.'),
    turn(4, 'visitor', 'We would like 15 more seats.'),
    turn(5, 'assistant', 'Who is asking?', 'name'),
    turn(6, 'visitor', 'Kit'),
  ];
  const visitor = new SimulatedVisitor({ ...first, turns }, 'terse');
  expect(visitor.open()).toBe('Our reports are gone.');
  expect(visitor.resume()).toBe('Back, thanks.\nWe would like 15 more seats.');
  expect(visitor.resume()).toBeNull();
});

test('the same visitor has the same conversation', { timeout: 60_000 }, () => {
  const [chat] = CHATS;
  if (chat === undefined) throw new Error('no golden chat');
  expect(simulateChat(chat, 'chatty', PLAYBOOK)).toEqual(simulateChat(chat, 'chatty', PLAYBOOK));
});

test('every conversation ends, and nobody who should not qualify does so by answering nothing', {
  timeout: 60_000,
}, () => {
  const ofPart = (part: Part) => CHATS.filter(({ id }) => partOf(id) === part);
  const silent = [...ofPart('tuned').slice(0, 3), ...ofPart('held-out').slice(0, 1)].map((chat) => ({
    ...chat,
    gold: { ...chat.gold, slots: {}, conflicted: [], verdict: null },
  }));
  const { flavours, heldOut, chats } = simulateVisitors(silent, PLAYBOOK);
  expect(heldOut.undeserving).toBe(1 * 6);
  expect(chats).toHaveLength(4 * 6);
  const all = flavours.find(({ flavour }) => flavour === 'all');
  expect(all?.deserving).toBe(0);
  expect(chats.every(({ questions }) => questions <= 16)).toBe(true);
});
