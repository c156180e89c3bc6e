import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { DEFAULT_PLAYBOOK } from '../../../test/play-visitor.js';
import { createWorld, type World } from '../../../test/world.js';
import { UNIT_OF_WORK, type UnitOfWork } from '../../database/index.js';
import { UserError } from '../../kernel/errors.js';
import { Playbooks } from './playbooks.service.js';

let world: World;
let playbooks: Playbooks;
beforeAll(async () => {
  world = await createWorld(inject('postgresUrl'));
  playbooks = world.server.app.get(Playbooks, { strict: false });
});
afterAll(() => world?.stop());

const named = (name: string) => DEFAULT_PLAYBOOK.replace('name: Software by the seat', `name: ${name}`);

describe('a workspace’s playbooks', () => {
  it('begin with the default one, once, however many ask at the same time', async () => {
    await world.sql('DELETE FROM playbook WHERE workspace_id = $1', [world.workspaces.alpenrad]);
    const all = await Promise.all(
      Array.from({ length: 5 }, () => playbooks.current(world.workspaces.alpenrad)),
    );
    expect(new Set(all.map(({ identity }) => `${identity.id}/${identity.version}`)).size).toBe(1);
  });

  it('two that are published at once become two versions of one playbook, and the later one holds', async () => {
    const before = await playbooks.current(world.workspaces.tidewater);
    const published = await Promise.all([
      playbooks.publish(world.workspaces.tidewater, named('Left'), null),
      playbooks.publish(world.workspaces.tidewater, named('Right'), null),
    ]);
    const versions = published.map(({ identity }) => identity.version).sort();
    expect(versions).toEqual([before.identity.version + 1, before.identity.version + 2]);
    const current = await playbooks.current(world.workspaces.tidewater);
    expect(current.identity.version).toBe(versions[1]);
    expect(current.identity.id).toBe(before.identity.id);
    const earlier = await playbooks.getVersion(world.workspaces.tidewater, before.identity.version);
    expect(earlier.identity).toEqual(before.identity);
  });

  it('refuse one with errors, say where, and stay as they were', async () => {
    const before = await playbooks.current(world.workspaces.tidewater);
    const broken = DEFAULT_PLAYBOOK.replace('when: no_business_use', 'when: no_such_fact');
    const refusal = await playbooks
      .publish(world.workspaces.tidewater, broken, null)
      .catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(UserError);
    expect(refusal instanceof UserError && refusal.details[0]).toMatch(/^line \d+: verdicts\[4\]\.when: /);
    expect((await playbooks.current(world.workspaces.tidewater)).identity).toEqual(before.identity);
  });

  it('refuse a routing that names a team that is not there, with its line and the teams that are', async () => {
    const { tidewater } = world.workspaces;
    const lines = DEFAULT_PLAYBOOK.replace(
      '  default:\n    because: Everybody can take it.',
      '  default:\n    team: salse\n    fallback: [sales, helpers]\n    because: Everybody can take it.',
    );
    await world.sql(
      `INSERT INTO team (workspace_id, key, name, choose) VALUES ($1, 'sales', 'Sales', 'least_busy') ON CONFLICT DO NOTHING`,
      [tidewater],
    );
    const refusal = await playbooks.publish(tidewater, lines, null).catch((error: unknown) => error);
    const details = refusal instanceof UserError ? refusal.details : [];
    const line = lines.split('\n').findIndex((each) => each.includes('team: salse')) + 1;
    expect(details).toEqual([
      expect.stringMatching(
        `^line ${line}: routing.default.team: there is no team "salse"; there is .*sales`,
      ),
      expect.stringMatching(`^line ${line + 1}: routing.default.fallback\\[1\\]: there is no team "helpers"`),
    ]);
    const mended = lines.replace('salse', 'sales').replace(', helpers', '');
    expect((await playbooks.publish(tidewater, mended, null)).playbook.routing?.default.team).toBe('sales');
  });

  it('A28: another workspace’s version is not found', async () => {
    const { identity } = await playbooks.publish(world.workspaces.tidewater, named('Mine'), null);
    await expect(playbooks.getVersion(world.workspaces.alpenrad, identity.version)).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('never change once published: the application may not update them, nor read past its workspace', async () => {
    const unitOfWork = world.server.app.get<UnitOfWork>(UNIT_OF_WORK, { strict: false });
    await expect(
      unitOfWork.inWorkspace(world.workspaces.tidewater, (tx) => tx.query("UPDATE playbook SET yaml = ''")),
    ).rejects.toThrow(/permission denied/);
    const seen = await unitOfWork.inWorkspace(world.workspaces.alpenrad, (tx) =>
      tx.query<{ workspace_id: string }>('SELECT DISTINCT workspace_id FROM playbook'),
    );
    expect(seen.map((row) => row.workspace_id)).toEqual([world.workspaces.alpenrad]);
  });
});
