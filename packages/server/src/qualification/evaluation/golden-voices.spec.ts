import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { understandTurn } from '../core/understanding/understand.js';
import { englishWords } from '../core/words/english-words.js';
import { judgeByPlaybook } from './judge-by-playbook.js';
import { NOW, playChat } from './play-chat.js';
import { readGoldenFiles } from './read-golden-files.js';
import { f1Of, scoreChats } from './score-chats.js';

const PLAYBOOK = readFileSync(
  fileURLToPath(new URL('../../../playbooks/default.yaml', import.meta.url)),
  'utf8',
);
const FILES = readGoldenFiles(fileURLToPath(new URL('../../../golden-voices', import.meta.url)));
const engine = {
  judge: judgeByPlaybook(PLAYBOOK, NOW),
  understand: (context: Parameters<typeof understandTurn>[0]) =>
    understandTurn(context, englishWords.readings),
};
/** Somewhat less than what was seen. What nobody has looked at is only kept from falling far. */
const LEAST: Readonly<Record<string, { readonly f1: number; readonly verdict: number }>> = {
  english: { f1: 0.94, verdict: 0.91 },
  world: { f1: 0.92, verdict: 0.92 },
  unseen: { f1: 0.84, verdict: 0.8 },
  hard: { f1: 0.74, verdict: 0.67 },
};

describe.each(FILES)('chats of many voices: $name', ({ name, chats }) => {
  const scores = scoreChats(chats.map((chat) => ({ chat, predicted: playChat(chat, engine) })));

  it('are each there once', () => {
    expect(new Set(chats.map(({ id }) => id)).size).toBe(chats.length);
  });

  it('are understood no worse than they were, and nothing is made up', () => {
    const least = LEAST[name];
    expect(least, `no least is set for ${name}`).toBeDefined();
    expect(f1Of(scores.allSlots)).toBeGreaterThanOrEqual(least?.f1 ?? 1);
    expect(scores.verdict.right / scores.verdict.of).toBeGreaterThanOrEqual(least?.verdict ?? 1);
    expect(scores.falseEvidence).toBe(0);
  });
});
