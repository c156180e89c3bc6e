import type {
  BackTest,
  GoldenResult,
  PlaybookDraft,
  PlaybookVocabulary,
  SimulatedTurn,
} from '@baton/shared-types';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { chatIn } from '../../../test/chat.js';
import { DEFAULT_PLAYBOOK } from '../../../test/play-visitor.js';
import { createWorld, type World } from '../../../test/world.js';

let world: World;
let cookie: string;
beforeAll(async () => {
  world = await createWorld(inject('postgresUrl'));
  cookie = await world.signIn('tidewater', 'admin');
});
afterAll(() => world?.stop());

const STRICT = DEFAULT_PLAYBOOK.replace('team_size.orValue(0) >= 10', 'team_size.orValue(0) >= 1000');
const RENAMED = DEFAULT_PLAYBOOK.replace('name: Software by the seat', 'name: Renamed');

async function ask<T>(method: string, path: string, body?: unknown): Promise<{ status: number; value: T }> {
  const response = await world.http(method, `/api/playbooks${path}`, {
    cookie,
    ...(body === undefined ? {} : { body }),
  });
  const text = await response.text();
  return { status: response.status, value: text === '' ? (null as T) : JSON.parse(text) };
}
const currentVersion = async () =>
  (await ask<{ current: { version: number; yaml: string } }>('GET', '')).value.current;

describe('the playbook studio', () => {
  it('reports errors at their place and keeps an invalid draft', async () => {
    const broken = DEFAULT_PLAYBOOK.replace('when: no_business_use', 'when: no_such_fact');
    const { value } = await ask<{ problems: readonly unknown[] }>('POST', '/validate', { yaml: broken });
    const line = broken.split('\n').findIndex((each) => each.includes('no_such_fact')) + 1;
    expect(value.problems).toMatchObject([{ line, column: 11, path: 'verdicts[4].when' }]);
    const first = await ask<PlaybookDraft>('GET', '/draft');
    expect(first.value).toMatchObject({ revision: 0, problems: [] });
    const saved = await ask<PlaybookDraft>('PUT', '/draft', { yaml: broken, revision: 0 });
    expect(saved.value).toMatchObject({ revision: 1, yaml: broken });
    expect((await ask<PlaybookDraft>('GET', '/draft')).value.problems).toHaveLength(1);
  });

  it('refuses to save over somebody else’s draft', async () => {
    const { revision } = (await ask<PlaybookDraft>('GET', '/draft')).value;
    expect((await ask('PUT', '/draft', { yaml: RENAMED, revision })).status).toBe(200);
    expect(await ask('PUT', '/draft', { yaml: STRICT, revision })).toMatchObject({
      status: 409,
      value: { code: 'draft_changed' },
    });
  });

  it('discards a draft: the current text is what is worked on again', async () => {
    expect((await ask('DELETE', '/draft')).status).toBe(204);
    expect((await ask<PlaybookDraft>('GET', '/draft')).value).toMatchObject({
      revision: 0,
      yaml: (await currentVersion()).yaml,
    });
  });

  it('tells what a text may hold, down to the facts of each kind of condition', async () => {
    const { value } = await ask<PlaybookVocabulary>('GET', '/vocabulary');
    expect(value.schema.properties?.['slots']?.items?.properties?.['kind']?.enum).toContain('team_size');
    expect(value.facts.verdict['team_size']).toBe('optional<int>');
    expect(value.facts.verdict).not.toHaveProperty('verdict');
    expect(value.facts.handoff['verdict']).toBe('string');
    expect(value.facts.routing['open_teams']).toBe('list<string>');
  });

  it('plays a conversation against a text, with every decision explained', async () => {
    const lines = ['We need a shared inbox for our support team', '40 people', 'dana@brightwell-dental.com'];
    const { value } = await ask<{ turns: readonly SimulatedTurn[] }>('POST', '/simulate', {
      yaml: DEFAULT_PLAYBOOK,
      lines,
    });
    expect(value.turns.map(({ said }) => said)).toEqual(lines);
    expect(value.turns[0]?.reply).toContain('How many people');
    expect(value.turns.at(-1)?.decision).toMatchObject({ verdict: 'qualified', handoff: 'qualified' });
    expect(value.turns.at(-1)?.decision.score.reasons.length).toBeGreaterThan(0);
    expect(await world.sql("SELECT id FROM conversation WHERE id LIKE 'cnv_0000%'")).toEqual([]);
  });

  it('does not publish while a golden conversation would be decided differently', async () => {
    const before = await currentVersion();
    const refused = await ask<{ code: string; details: readonly string[] }>('POST', '', { yaml: STRICT });
    expect(refused.status).toBe(409);
    expect(refused.value.code).toBe('playbook_gate');
    expect(refused.value.details[0]).toContain('verdict: expected "qualified", but it is "needs_review"');
    expect((await currentVersion()).version).toBe(before.version);
    const { value } = await ask<{ results: readonly GoldenResult[] }>('POST', '/golden/run', {
      yaml: STRICT,
    });
    expect(value.results.some(({ passed }) => !passed)).toBe(true);
  });

  it('publishes what passes, and goes back in one act, as a new version with the old text', async () => {
    const before = await currentVersion();
    const published = await ask<{ version: number }>('POST', '', { yaml: RENAMED });
    expect(published).toMatchObject({ status: 201, value: { version: before.version + 1 } });
    expect((await ask<PlaybookDraft>('GET', '/draft')).value).toMatchObject({ revision: 0, yaml: RENAMED });
    const restored = await ask<{ version: number }>('POST', `/versions/${before.version}/restore`);
    expect(restored.value.version).toBe(before.version + 2);
    expect((await currentVersion()).yaml).toBe(before.yaml);
    expect((await ask('GET', `/versions/${before.version + 2}`)).value).toMatchObject({
      restoredFrom: before.version,
      yaml: before.yaml,
    });
    expect((await ask('GET', '/versions/99999')).status).toBe(404);
  });

  it('holds a workspace to its own golden set once it has one', async () => {
    const conversations = [
      { name: 'Nobody', language: 'en', lines: ['hello'], expect: { verdict: 'qualified', handoff: null } },
    ];
    expect((await ask('PUT', '/golden', { conversations })).status).toBe(204);
    expect((await ask('POST', '', { yaml: DEFAULT_PLAYBOOK })).status).toBe(409);
    expect((await ask('PUT', '/golden', { conversations: [] })).status).toBe(204);
    expect((await ask('POST', '', { yaml: STRICT })).status).toBe(201);
    await ask('POST', '', { yaml: DEFAULT_PLAYBOOK });
  });

  it('shows which past conversations a text would have decided differently, each with its difference', async () => {
    const chat = await chatIn(world);
    for (const line of [
      'We need a shared inbox for our support team',
      '40 people',
      'dana@brightwell-dental.com',
    ]) {
      await chat.say(line);
    }
    const same = await ask<BackTest>('POST', '/backtest', { yaml: DEFAULT_PLAYBOOK });
    expect(same.value).toMatchObject({ conversations: 1, unchanged: 1, differences: [] });
    const { value } = await ask<BackTest>('POST', '/backtest', { yaml: STRICT });
    expect(value).toMatchObject({
      conversations: 1,
      unchanged: 0,
      differences: [
        {
          conversationId: chat.id(),
          changed: ['verdict', 'route'],
          before: { verdict: 'qualified', handoffs: ['qualified'] },
          after: { verdict: 'needs_review', handoffs: [] },
        },
      ],
    });
  });
});
