import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { dictate } from '../../../../test/dictated-reading.js';
import { goldTurns } from '../../../../test/gold-reading.js';
import { goldenChats } from '../../../../test/golden-chats.js';
import { compiled, DEFAULT_PLAYBOOK, PlayedConversation } from '../../../../test/play-visitor.js';
import { canonicalJson, sha256Hex } from '../../../kernel/digest.js';

const FOLDER = new URL('../../../../playbooks/baselines/', import.meta.url);
const VERSIONS = readdirSync(FOLDER)
  .filter((name) => /^v\d+$/.test(name))
  .sort((one, other) => Number(one.slice(1)) - Number(other.slice(1)));

const fileOf = (version: string, name: string) => new URL(`${version}/${name}`, FOLDER);
const read = (version: string, name: string) => readFileSync(fileOf(version, name), 'utf8');

/** What the scripted ladder alone makes of the golden chats that `covers` names: one line per turn. */
function playLadder(yaml: string, covers: (chatId: string) => boolean): string {
  const playbook = compiled(yaml);
  const chats = goldenChats().filter(({ id }) => covers(id));
  const lines = chats.flatMap((chat) => {
    const turns = goldTurns(chat);
    const readings = Object.fromEntries(turns.map(({ lines, reading }) => [lines.at(-1) ?? '', reading]));
    const played = new PlayedConversation(playbook, {
      planner: 'off',
      locale: chat.language,
      understand: dictate(readings),
    });
    for (const turn of turns) {
      for (const line of turn.lines) played.write(line);
      played.takeTurn();
    }
    return played.records.map(({ plan, move, verdict, handoff }, index) =>
      canonicalJson({ chat: chat.id, turn: index + 1, plan, move, verdict, handoff }),
    );
  });
  return `${lines.join('\n')}\n`;
}

/** Chats that were written later are no part of a recorded version; a new one covers them all. */
function coveredBy(version: string): (chatId: string) => boolean {
  if (!existsSync(fileOf(version, 'ladder.jsonl'))) return () => true;
  const recorded = read(version, 'ladder.jsonl');
  return (chatId) => recorded.includes(`"chat":"${chatId}"`);
}

/**
 * With the planner off, a version of the playbook is executed for ever as it was recorded. Whoever wants another
 * output makes a new version: a folder with its `playbook.yaml`, played by this spec into `ladder.jsonl`, and a
 * line in `checksums.txt`. A recorded version is never written again.
 */
describe('the scripted ladder over the golden chats', { timeout: 60_000 }, () => {
  it.each(VERSIONS)('is byte for byte what is recorded: %s', async (version) => {
    const bytes = playLadder(read(version, 'playbook.yaml'), coveredBy(version));
    await expect(bytes).toMatchFileSnapshot(fileURLToPath(fileOf(version, 'ladder.jsonl')));
  });

  it('has one checksum per recorded version, so that none is written again unseen', () => {
    const sums = VERSIONS.map((version) => {
      const [playbook, ladder] = ['playbook.yaml', 'ladder.jsonl'].map((name) =>
        sha256Hex(read(version, name)),
      );
      return `${version} ${playbook} ${ladder}`;
    });
    expect(readFileSync(new URL('checksums.txt', FOLDER), 'utf8').trimEnd().split('\n')).toEqual(sums);
  });

  it('puts out for the default playbook what its newest version has recorded', () => {
    const newest = VERSIONS.at(-1) ?? 'v1';
    expect(
      playLadder(DEFAULT_PLAYBOOK, coveredBy(newest)) === read(newest, 'ladder.jsonl'),
      'a new version is due',
    ).toBe(true);
  });

  it('turns another output into a failure', () => {
    const [newest = 'v1'] = VERSIONS.slice(-1);
    const changed = DEFAULT_PLAYBOOK.replace('ladder: [use_case, team_size', 'ladder: [team_size, use_case');
    expect(changed).not.toBe(DEFAULT_PLAYBOOK);
    expect(playLadder(changed, coveredBy(newest))).not.toBe(read(newest, 'ladder.jsonl'));
  });
});
