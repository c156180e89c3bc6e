import { VISITOR_COMMAND, VISITOR_FILES_PATH } from '@baton/shared-types';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { pdf, png } from '../../test/sample-files.js';
import {
  accepted,
  refused,
  takeOver,
  uploadAsAgent,
  uploadAsVisitor,
  visitorHeaders,
} from '../../test/upload.js';
import { createWorld, type World } from '../../test/world.js';

let world: World;
beforeAll(async () => {
  world = await createWorld(inject('postgresUrl'));
});
afterAll(() => world?.stop());

const get = (path: string, headers: Record<string, string>) => fetch(new URL(path, world.url), { headers });
const pathOf = (fileId: string) => `${VISITOR_FILES_PATH}/${fileId}`;

describe('A73: what is given back runs nowhere', () => {
  it('is a download of exactly its type, sandboxed, for our own pages, kept by nobody', async () => {
    const visitor = await world.visitor('tidewater');
    const { cookie, conversationId } = await takeOver(world, visitor);
    const name = `Ana's "offer" (1)\u202efdp.exe;.pdf`;
    const { file } = await accepted(await uploadAsAgent(world, { cookie, conversationId }, pdf(), { name }));
    const paths = [
      [pathOf(file.fileId), visitorHeaders(visitor)],
      [`/api/conversations/${conversationId}/files/${file.fileId}`, { cookie }],
    ] as const;
    for (const [path, headers] of paths) {
      const response = await get(path, headers);
      expect(Object.fromEntries(response.headers)).toMatchObject({
        'content-type': 'application/pdf',
        'content-disposition': `attachment; filename*=UTF-8''Ana%27s%20_offer_%20%281%29fdp.exe%3B.pdf`,
        'content-security-policy': "default-src 'none'; sandbox",
        'x-content-type-options': 'nosniff',
        'cross-origin-resource-policy': 'same-origin',
      });
      expect(response.headers.get('cache-control')).toContain('no-store');
      expect(response.headers.get('set-cookie')).toBeNull();
    }
  });

  it.each([
    ['an SVG called a picture', 'photo.jpg', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    ['a page called text', 'notes.txt', '<!doctype html><script>alert(1)</script>'],
    ['XML called a document', 'offer.docx', '<?xml version="1.0"?><x/>'],
    ['a program called a PDF', 'offer.pdf', 'MZ\u0090\0\u0003'],
  ])('%s is refused, and nothing of it is kept', async (_, name, content) => {
    const visitor = await world.visitor('tidewater');
    const response = await uploadAsVisitor(world, visitor, Buffer.from(content), { name });
    expect(await refused(response)).toBe('415 file_refused');
    const rows = await world.sql('SELECT 1 FROM file WHERE visitor_id = $1', [visitor.session.visitorId]);
    expect(rows).toEqual([]);
  });

  it('the declared type is not believed', async () => {
    const visitor = await world.visitor('tidewater');
    const { file } = await accepted(await uploadAsVisitor(world, visitor, png(), { name: 'page.html' }));
    expect(file).toMatchObject({ name: 'page.html.png', type: 'image/png' });
    const headers = { 'content-type': 'text/html' };
    expect((await uploadAsVisitor(world, visitor, png(), { headers })).status).toBe(400);
  });
});

describe('A78: names that are no names', () => {
  it.each([
    ['NUL', 'a\0b.png', 'ab.png'],
    ['half a character', 'a\ud800b.png', 'ab.png'],
    ['the other direction and nothing to see', '\u202e\u200bgnp.x\u2066.png', 'gnp.x.png'],
    ['a letter in two', 'cafe\u0301.png', 'café.png'],
  ])('%s is stored safely and shown literally', async (_, name, shown) => {
    const visitor = await world.visitor('tidewater');
    const { file } = await accepted(await uploadAsVisitor(world, visitor, png(), { name }));
    expect(file.name).toBe(shown);
    const read = await visitor.ask(VISITOR_COMMAND.readLog, { after: 0 });
    expect(JSON.stringify(read.ok && read.value)).toContain(`"text":${JSON.stringify(shown)}`);
  });
});
