import type { Snippet } from '@baton/shared-types';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createWorld, type World } from '../../test/world.js';

let world: World;
let cookie: string;
beforeAll(async () => {
  world = await createWorld(inject('postgresUrl'));
  cookie = await world.signIn('tidewater', 'agent');
});
afterAll(() => world?.stop());

const content = {
  shortcut: 'hi',
  title: 'Greeting',
  text: 'Hi {{visitor.first_name}}, {{agent.name}} here.',
};
const list = async (by = cookie) =>
  ((await (await world.http('GET', '/api/snippets', { cookie: by })).json()) as { snippets: Snippet[] })
    .snippets;

describe('the snippets of a workspace', () => {
  it('are added, changed and removed by anybody of it, and say who changed them', async () => {
    const added = (await (
      await world.http('POST', '/api/snippets', { cookie, body: content })
    ).json()) as Snippet;
    expect(added).toMatchObject({ ...content, updatedBy: expect.stringMatching(/\S/) });
    const changed = await world.http('PUT', `/api/snippets/${added.id}`, {
      cookie: await world.signIn('tidewater', 'admin'),
      body: { ...content, title: 'Hello' },
    });
    expect(changed.status).toBe(200);
    expect(await list()).toEqual([expect.objectContaining({ id: added.id, title: 'Hello' })]);
    expect((await list())[0]?.updatedBy).not.toBe(added.updatedBy);
    expect((await world.http('DELETE', `/api/snippets/${added.id}`, { cookie })).status).toBe(204);
    expect(await list()).toEqual([]);
  });

  it('a shortcut is used once, also by two at the same moment', async () => {
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => world.http('POST', '/api/snippets', { cookie, body: content })),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    const refused = answers.find(({ status }) => status !== 201);
    expect(await refused?.json()).toMatchObject({
      code: 'invalid_input',
      details: ['shortcut: /hi is already in use'],
    });
  });

  it('with a variable that nothing can fill are refused', async () => {
    const body = { ...content, shortcut: 'odd', text: 'Hi {{visitor.frist_name}}' };
    const response = await world.http('POST', '/api/snippets', { cookie, body });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('visitor.frist_name');
  });

  it('A51, A52, A57: of another workspace do not exist, and nobody names a workspace or a prototype', async () => {
    const body = { ...content, shortcut: 'mine' };
    const mine = (await (await world.http('POST', '/api/snippets', { cookie, body })).json()) as Snippet;
    const foreign = await world.signIn('alpenrad', 'admin');
    expect(await list(foreign)).toEqual([]);
    const attempt = await world.http('PUT', `/api/snippets/${mine.id}`, { cookie: foreign, body: content });
    expect(attempt.status).toBe(404);
    for (const extra of [{ workspaceId: 'wsp_x' }, { constructor: { prototype: {} } }, { id: 'snp_x' }]) {
      const response = await world.http('POST', '/api/snippets', {
        cookie,
        body: { ...content, shortcut: 'extra', ...extra },
      });
      expect(response.status).toBe(400);
    }
  });
});
