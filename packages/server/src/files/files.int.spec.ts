import { type LogEventOf, NOTICE, VISITOR_COMMAND, VISITOR_FILES_PATH } from '@baton/shared-types';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { until } from '../../test/chat.js';
import { exif, jpeg, PLACE, pdf, png } from '../../test/sample-files.js';
import {
  accepted,
  headOf,
  refused,
  takeOver,
  uploadAsAgent,
  uploadAsVisitor,
  visitorHeaders,
} from '../../test/upload.js';
import { createWorld, SITE_ORIGIN, type World } from '../../test/world.js';

let world: World;
beforeAll(async () => {
  world = await createWorld(inject('postgresUrl'), { FILE_MAX_MB: '1' });
});
afterAll(() => world?.stop());

const get = (path: string, headers: Record<string, string>) => fetch(new URL(path, world.url), { headers });
const pathOf = (fileId: string) => `${VISITOR_FILES_PATH}/${fileId}`;
describe('a file in a conversation', () => {
  it('of the visitor reaches the agent without its place, and is a message in the log, the bundle and the search', async () => {
    const visitor = await world.visitor('tidewater');
    const { agent, cookie, conversationId } = await takeOver(world, visitor);
    const answer = await accepted(
      await uploadAsVisitor(world, visitor, jpeg([exif(6)]), { name: 'Küche.jpeg' }),
    );
    expect(answer).toMatchObject({
      conversationId,
      file: { name: 'Küche.jpg', type: 'image/jpeg', width: 16, height: 8 },
    });
    const { events } = await agent.notice(NOTICE.logAppended, ({ to }) => to >= answer.seq);
    const sent = events.find((event): event is LogEventOf<'message.sent'> => event.seq === answer.seq);
    expect(sent?.data).toMatchObject({ text: 'Küche.jpg', files: [answer.file] });
    await visitor.notice(NOTICE.logAppended, ({ to }) => to >= answer.seq);

    const response = await get(`/api/conversations/${conversationId}/files/${answer.file.fileId}`, {
      cookie,
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(response.status).toBe(200);
    expect(bytes).toHaveLength(answer.file.size);
    expect(bytes.toString('latin1')).not.toContain(PLACE);

    const bundle = await (
      await world.http('GET', `/api/conversations/${conversationId}/bundle`, { cookie })
    ).json();
    expect(bundle).toMatchObject({
      files: [{ ...answer.file, messageId: answer.messageId, from: 'visitor' }],
    });
    const found = await world.http('GET', '/api/search?q=K%C3%BCche', { cookie });
    expect(JSON.stringify(await found.json())).toContain(conversationId);
  });

  it('of the agent reaches the visitor; somebody who does not own the conversation sends none', async () => {
    const visitor = await world.visitor('tidewater');
    const { cookie, conversationId } = await takeOver(world, visitor);
    const answer = await accepted(await uploadAsAgent(world, { cookie, conversationId }, pdf('Offer 7')));
    const { events } = await visitor.notice(NOTICE.logAppended, ({ to }) => to >= answer.seq);
    expect(events.at(-1)).toMatchObject({
      actor: { kind: 'agent' },
      data: { files: [{ name: 'offer.pdf' }] },
    });
    const response = await get(pathOf(answer.file.fileId), visitorHeaders(visitor));
    expect(await response.text()).toContain('Offer 7');
    const other = { cookie: await world.signIn('tidewater', 'admin'), conversationId };
    expect(await refused(await uploadAsAgent(world, other, pdf()))).toBe('409 not_owner');
  });

  it('can begin a conversation, with the page on which it did', async () => {
    const visitor = await world.visitor('tidewater');
    const page = { url: `${SITE_ORIGIN}/contact`, title: 'Contact', referrer: '' };
    const context = { page, locale: 'de', timeZone: 'Europe/Berlin' };
    const clientId = crypto.randomUUID();
    const headers = headOf({ clientId, name: 'a.png', context });
    const { conversationId, seq } = await accepted(await uploadAsVisitor(world, visitor, png(), { headers }));
    const read = await visitor.ask(VISITOR_COMMAND.readLog, { after: 0 });
    expect(read.ok && read.value.batch?.events[0]).toMatchObject({
      conversationId,
      data: { page, locale: 'de' },
    });
    expect(seq).toBe(2);
  });

  it('tells the assistant nothing: its name is nobody’s words', async () => {
    const visitor = await world.visitor('tidewater');
    const name = 'We are 250 people, call Ana Lopez at ana@acme.example.pdf';
    const { conversationId, messageId } = await accepted(
      await uploadAsVisitor(world, visitor, pdf(), { name }),
    );
    const decided = await until(async () => {
      const rows = await world.sql<{
        type: string;
        data: { decision?: { inputs: { messageIds: string[] } } };
      }>('SELECT type, data FROM conversation_event WHERE conversation_id = $1 ORDER BY seq', [
        conversationId,
      ]);
      return rows.some(({ data }) => data.decision?.inputs.messageIds.includes(messageId)) ? rows : null;
    });
    expect(decided.filter(({ type }) => type.startsWith('slot.'))).toEqual([]);
  });

  it('sent again under the same client id is the same file, and takes no second room', async () => {
    const visitor = await world.visitor('tidewater');
    const clientId = crypto.randomUUID();
    const both = await Promise.all(
      [png(2, 2), png(3, 3)].map((bytes) => uploadAsVisitor(world, visitor, bytes, { clientId })),
    );
    const [first, second] = await Promise.all(both.map(accepted));
    expect(second).toEqual(first);
    const third = await accepted(await uploadAsVisitor(world, visitor, png(5, 5), { clientId }));
    expect(third).toEqual(first);
    const rows = await world.sql('SELECT id FROM file WHERE visitor_id = $1', [visitor.session.visitorId]);
    expect(rows).toEqual([{ id: first?.file.fileId }]);
    const contents = await world.sql('SELECT file_id FROM file_content WHERE file_id = $1', [
      first?.file.fileId,
    ]);
    expect(contents).toHaveLength(1);
  });

  it('goes when the conversation goes', async () => {
    const visitor = await world.visitor('tidewater');
    const { conversationId, file } = await accepted(await uploadAsVisitor(world, visitor, png()));
    const references = await world.sql<{ rule: string }>(
      `SELECT confdeltype AS rule FROM pg_constraint
       WHERE conrelid = 'file'::regclass AND confrelid = 'conversation'::regclass`,
    );
    expect(references).toEqual([{ rule: 'c' }]);
    // As a retention job would: what refers to the conversation first, then the row itself.
    await world.sql('DELETE FROM file WHERE conversation_id = $1', [conversationId]);
    expect(await world.sql('SELECT 1 FROM file_content WHERE file_id = $1', [file.fileId])).toEqual([]);
    expect(await refused(await get(pathOf(file.fileId), visitorHeaders(visitor)))).toBe('404 not_found');
  });

  it('is refused where the site takes none, from the next request on, and the widget is told', async () => {
    const cookie = await world.signIn('tidewater', 'admin');
    const [site] = await world.sql<{ id: string }>(`SELECT id FROM site WHERE site_key = 'demo-tidewater'`);
    const set = (filesAllowed: boolean) =>
      world.http('PATCH', `/api/sites/${site?.id}`, { cookie, body: { filesAllowed } });
    const before = await world.visitor('tidewater');
    expect(before.session.site.files).toEqual({ maxBytes: 1_048_576 });
    expect(await (await set(false)).json()).toMatchObject({ filesAllowed: false });
    try {
      expect(await refused(await uploadAsVisitor(world, before, png()))).toBe('403 files_off');
      expect((await world.visitor('tidewater')).session.site.files).toBeUndefined();
    } finally {
      await set(true);
    }
    expect((await uploadAsVisitor(world, before, png())).status).toBe(201);
  });
});

describe('A58: an upload belongs to whoever is proven to send it', () => {
  it('nobody, a made-up token, another site or origin uploads nothing', async () => {
    const visitor = await world.visitor('tidewater');
    const attempt = (headers: Record<string, string | undefined>) =>
      uploadAsVisitor(world, visitor, png(), { headers }).then(refused);
    expect(await attempt({ authorization: undefined })).toBe('401 session_invalid');
    expect(await attempt({ authorization: `Bearer ${'x'.repeat(43)}` })).toBe('401 session_invalid');
    expect(await attempt({ authorization: `Basic ${visitor.session.token}` })).toBe('401 session_invalid');
    expect(await attempt({ 'x-baton-site': 'demo-alpenrad' })).toBe('401 session_invalid');
    expect(await attempt({ 'x-baton-site': undefined })).toBe('403 site_refused');
    expect(await attempt({ origin: 'https://evil.example' })).toBe('403 site_refused');
    expect(await attempt({ origin: undefined })).toBe('403 site_refused');
    const rows = await world.sql('SELECT 1 FROM file WHERE visitor_id = $1', [visitor.session.visitorId]);
    expect(rows).toEqual([]);
  });

  it('nobody chooses a key, a path or a conversation', async () => {
    const [mine, theirs] = [await world.visitor('tidewater'), await world.visitor('tidewater')];
    const { conversationId } = await takeOver(world, theirs);
    for (const extra of [
      { conversationId },
      { fileId: `fil_${'0'.repeat(26)}` },
      { filePath: '../../etc/passwd' },
      { workspaceId: world.workspaces.alpenrad },
    ]) {
      const headers = headOf({ clientId: crypto.randomUUID(), name: 'a.png', ...extra });
      expect(await refused(await uploadAsVisitor(world, mine, png(), { headers }))).toBe('400 invalid_input');
    }
    const answer = await accepted(
      await uploadAsVisitor(world, mine, png(), { name: '../../secret/key.png' }),
    );
    expect(answer.conversationId).not.toBe(conversationId);
    expect(answer.file.fileId).toMatch(/^fil_[0-9a-z]{26}$/);
    expect(answer.file.name).toBe('key.png');
  });

  it('another visitor, another workspace and nobody get the same answer as for what does not exist', async () => {
    const visitor = await world.visitor('tidewater');
    const { cookie, conversationId } = await takeOver(world, visitor);
    const { file } = await accepted(await uploadAsVisitor(world, visitor, png()));
    const stranger = visitorHeaders(await world.visitor('tidewater'));
    const abroad = visitorHeaders(await world.visitor('alpenrad'), 'alpenrad');
    const foreign = { cookie: await world.signIn('alpenrad', 'admin') };
    const missing = `fil_${'0'.repeat(26)}`;
    const bodies = await Promise.all(
      [
        get(pathOf(file.fileId), stranger),
        get(pathOf(file.fileId), abroad),
        get(pathOf(missing), visitorHeaders(visitor)),
        get(`${VISITOR_FILES_PATH}/..%2f..%2fetc%2fpasswd`, visitorHeaders(visitor)),
        get(`/api/conversations/${conversationId}/files/${file.fileId}`, foreign),
        get(`/api/conversations/cnv_${'0'.repeat(26)}/files/${file.fileId}`, { cookie }),
      ].map(async (response) => `${(await response).status} ${await (await response).text()}`),
    );
    expect(new Set(bodies).size).toBe(1);
    expect(bodies[0]).toMatch(/^404 .*not_found/);
    expect((await get(pathOf(file.fileId), { origin: SITE_ORIGIN })).status).toBe(403);
    expect((await get(`/api/conversations/${conversationId}/files/${file.fileId}`, {})).status).toBe(401);
  });

  it('a session that was ended opens nothing any more', async () => {
    const visitor = await world.visitor('tidewater');
    const { file } = await accepted(await uploadAsVisitor(world, visitor, png()));
    await visitor.ask(VISITOR_COMMAND.logOut, {});
    expect(await refused(await get(pathOf(file.fileId), visitorHeaders(visitor)))).toBe(
      '401 session_invalid',
    );
    expect(await refused(await uploadAsVisitor(world, visitor, png()))).toBe('401 session_invalid');
  });

  it('a file whose message never came can be read by nobody', async () => {
    const visitor = await world.visitor('tidewater');
    const { file } = await accepted(await uploadAsVisitor(world, visitor, png()));
    await world.sql('UPDATE file SET conversation_id = NULL WHERE id = $1', [file.fileId]);
    expect(await refused(await get(pathOf(file.fileId), visitorHeaders(visitor)))).toBe('404 not_found');
  });

  it('a page asks first, and is told yes where a site lives only', async () => {
    const ask = (origin: string) =>
      fetch(new URL(VISITOR_FILES_PATH, world.url), {
        method: 'OPTIONS',
        headers: {
          origin,
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'authorization,content-type,x-baton-file,x-baton-site',
        },
      });
    const own = await ask(SITE_ORIGIN);
    expect(own.status).toBe(204);
    expect(own.headers.get('access-control-allow-origin')).toBe(SITE_ORIGIN);
    expect(own.headers.get('access-control-allow-credentials')).toBeNull();
    expect(own.headers.get('vary')).toContain('origin');
    expect((await ask('https://evil.example')).headers.get('access-control-allow-origin')).toBeNull();
  });
});
