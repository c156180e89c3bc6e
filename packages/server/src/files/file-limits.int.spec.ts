import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { UPLOAD_HEADER, VISITOR_FILES_PATH } from '@baton/shared-types';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { png } from '../../test/sample-files.js';
import { rawTcp } from '../../test/security/raw-socket.js';
import { accepted, headOf, refused, uploadAsVisitor, visitorHeaders } from '../../test/upload.js';
import { createWorld, type World } from '../../test/world.js';
import { UploadSlots } from './upload-slots.service.js';

let world: World;
beforeAll(async () => {
  world = await createWorld(inject('postgresUrl'), {
    FILE_MAX_MB: '1',
    FILES_PER_CONVERSATION: '5',
    FILES_PER_WORKSPACE_DAY: '40',
  });
});
afterAll(() => world?.stop());

const MEGABYTE = 1_048_576;
const count = async () => (await world.sql<{ n: number }>('SELECT count(*)::int AS n FROM file'))[0]?.n;
const room = () => world.server.app.get(UploadSlots, { strict: false });

describe('A74: as much as there is room for', () => {
  it('nothing, too much, and a length that nobody announced are refused before a byte is kept', async () => {
    const visitor = await world.visitor('tidewater');
    expect(await refused(await uploadAsVisitor(world, visitor, Buffer.alloc(0)))).toBe('415 file_refused');
    const large = Buffer.concat([png(), Buffer.alloc(MEGABYTE)]);
    expect(await refused(await uploadAsVisitor(world, visitor, large))).toBe('413 file_too_large');
    const endless = await fetch(new URL(VISITOR_FILES_PATH, world.url), {
      method: 'POST',
      headers: {
        ...visitorHeaders(visitor),
        ...headOf({ clientId: crypto.randomUUID(), name: 'a.png' }),
        'content-type': 'application/octet-stream',
      },
      body: new Blob([new Uint8Array(png())]).stream(),
      duplex: 'half',
    } as RequestInit);
    expect(await refused(endless)).toBe('400 invalid_input');
    expect(await count()).toBe(0);
  });

  it('a conversation takes so many files, also when all come at once', async () => {
    const visitor = await world.visitor('tidewater');
    const rounds = [];
    for (let round = 0; round < 5; round += 1) {
      rounds.push(
        ...(await Promise.all(Array.from({ length: 4 }, () => uploadAsVisitor(world, visitor, png())))),
      );
    }
    expect(rounds.filter(({ status }) => status === 201)).toHaveLength(5);
    const late = await uploadAsVisitor(world, visitor, png());
    expect(await refused(late)).toBe('409 file_limit');
    const rows = await world.sql('SELECT 1 FROM file WHERE visitor_id = $1', [visitor.session.visitorId]);
    expect(rows).toHaveLength(5);
  });

  it('a workspace takes so many in a day, whoever sends them; another workspace is not touched', async () => {
    let taken = 0;
    for (let visitors = 0; visitors < 12; visitors += 1) {
      const visitor = await world.visitor('tidewater');
      for (let file = 0; file < 5; file += 1)
        if ((await uploadAsVisitor(world, visitor, png())).status === 201) taken += 1;
    }
    const day = await world.sql<{ files: number; bytes: string }>(
      'SELECT files, bytes FROM file_day WHERE workspace_id = $1',
      [world.workspaces.tidewater],
    );
    expect(taken).toBe(35);
    expect(day).toEqual([{ files: 40, bytes: String(40 * png().length) }]);
    const elsewhere = await world.visitor('alpenrad');
    const headers = visitorHeaders(elsewhere, 'alpenrad');
    expect((await uploadAsVisitor(world, elsewhere, png(), { headers })).status).toBe(201);
  });
});

describe('A21: bodies that are no files', () => {
  it('multipart, urlencoded and JSON bodies are refused: there is no parser that could be fooled', async () => {
    const visitor = await world.visitor('tidewater');
    const boundary = 'x';
    const nested = `a${'[b]'.repeat(5_000)}`;
    const bodies = [
      `--${boundary}\r\ncontent-disposition: form-data; name=""\r\n\r\n1\r\n--${boundary}--\r\n`,
      `--${boundary}\r\ncontent-disposition: form-data; name="${nested}"\r\n\r\n1\r\n--${boundary}--\r\n`,
      `--${boundary}\r\ncontent-disposition: form-data; name="__proto__"; filename="../x"\r\n\r\n1`,
    ];
    for (const body of bodies) {
      const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` };
      expect(await refused(await uploadAsVisitor(world, visitor, Buffer.from(body), { headers }))).toBe(
        '400 invalid_input',
      );
    }
    for (const type of ['application/x-www-form-urlencoded', 'application/json', 'text/plain']) {
      const response = await uploadAsVisitor(world, visitor, Buffer.from(nested), {
        headers: { 'content-type': type },
      });
      expect(response.status).toBe(400);
    }
  });

  it('a file is taken nowhere else', async () => {
    const response = await fetch(new URL('/api/session', world.url), {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', 'x-baton-console': '1' },
      body: new Uint8Array(MEGABYTE),
    });
    expect(response.status).toBe(400);
  });

  it('a thousand uploads that are broken off leave no room taken, no row and no file on disk', async () => {
    const visitor = await world.visitor('alpenrad');
    const before = { rows: await count(), files: readdirSync(tmpdir()).length };
    const head = headOf({ clientId: 'broken-off', name: 'a.png' })[UPLOAD_HEADER];
    const headers = Object.entries({ ...visitorHeaders(visitor, 'alpenrad'), [UPLOAD_HEADER]: head });
    const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('');
    const request = `POST ${VISITOR_FILES_PATH} HTTP/1.1\r\nhost: x\r\n${lines}content-type: application/octet-stream\r\ncontent-length: 500000\r\n\r\n\x89PNG`;
    for (let batch = 0; batch < 100; batch += 1) {
      await Promise.all(
        Array.from({ length: 10 }, async () => {
          const { socket, closed } = await rawTcp(world.url, request);
          socket.destroy();
          await closed;
        }),
      );
    }
    // Everything that was begun has been noticed once there is room for a whole node's worth again.
    await expect
      .poll(
        () => {
          try {
            room().take('nobody', 128 * MEGABYTE)();
            return true;
          } catch {
            return false;
          }
        },
        { timeout: 15_000 },
      )
      .toBe(true);
    expect(await count()).toBe(before.rows);
    expect(readdirSync(tmpdir()).length).toBeLessThanOrEqual(before.files + 2);
    const fine = { headers: visitorHeaders(visitor, 'alpenrad') };
    expect((await accepted(await uploadAsVisitor(world, visitor, png(), fine))).file.type).toBe('image/png');
  });

  it('an upload that drips although it was refused is let go like any other request', async () => {
    const request = `POST ${VISITOR_FILES_PATH} HTTP/1.1\r\nhost: x\r\ncontent-type: application/octet-stream\r\ncontent-length: 500000\r\n\r\n`;
    const { socket, heard, closed } = await rawTcp(world.url, request);
    const drip = setInterval(() => socket.write('x'), 500);
    const startedAt = performance.now();
    await closed;
    clearInterval(drip);
    expect(heard()).toContain('403');
    expect(performance.now() - startedAt).toBeLessThan(10_000);
  }, 20_000);
});
