import { describe, expect, it } from 'vitest';
import { fakeId } from '../playground/fake-ids.js';
import { ApiError } from './console-api.js';
import { createHttpConsoleApi } from './http-console-api.js';

interface Sent {
  readonly url: string;
  readonly init: RequestInit;
}

function answering(body: string, status = 200) {
  const sent: Sent[] = [];
  const api = createHttpConsoleApi(async (url, init) => {
    sent.push({ url: String(url), init: init ?? {} });
    return new Response(status === 204 ? null : body, { status });
  });
  return { api, sent };
}

const refusalOf = (promise: Promise<unknown>) =>
  promise.then(
    () => {
      throw new Error('It was not refused.');
    },
    (thrown: unknown) => {
      if (!(thrown instanceof ApiError)) throw thrown;
      return { code: thrown.wire.code, status: thrown.status };
    },
  );

describe('createHttpConsoleApi', () => {
  it('A48: every unsafe request carries the header that no foreign page can set', async () => {
    const { api, sent } = answering('{"agent":{},"ticket":"t"}');
    await api.signIn('a@b.example', 'x');
    await api.signInByLink('t');
    await api.signOut();
    await api.socketTicket();
    await api.changeSite(fakeId('sit', 1), { automationPaused: true, reason: 'test' });
    await api.addPerson({ name: 'A', email: 'a@b.example', role: 'agent', password: 'x' });
    await api.publishPlaybook('schema: 1');
    expect(sent).toHaveLength(7);
    for (const { init } of sent) {
      expect(init.method).not.toBe('GET');
      expect(new Headers(init.headers).get('x-baton-console')).toBe('1');
    }
  });

  it('a file travels as it is, its name beside it, whatever is in the name', async () => {
    const { api, sent } = answering('{}', 201);
    const file = new File(['%PDF-'], 'Angebot für Zoë \ud800.pdf');
    await api.sendFile(fakeId('cnv', 1), 'client-id', file);
    const [{ url, init } = { url: '', init: {} }] = sent;
    expect(url).toBe(`/api/conversations/${fakeId('cnv', 1)}/files`);
    expect(init.body).toBe(file);
    const headers = new Headers(init.headers);
    expect(headers.get('content-type')).toBe('application/octet-stream');
    expect(headers.get('x-baton-console')).toBe('1');
    expect(JSON.parse(decodeURIComponent(headers.get('x-baton-file') ?? ''))).toEqual({
      clientId: 'client-id',
      name: 'Angebot für Zoë \ufffd.pdf',
    });
  });

  it('secrets travel in the body, never in the address', async () => {
    const { api, sent } = answering('{"agent":{}}');
    await api.signInByLink('secret-token');
    await api.signIn('a@b.example', 'secret-password');
    expect(sent.map(({ url }) => url)).toEqual(['/api/session/link', '/api/session']);
  });

  it('hands on the refusal of the server with its details', async () => {
    const { api } = answering('{"code":"playbook_invalid","message":"m","details":["line 2: x"]}', 422);
    const refused = api.publishPlaybook('x');
    await expect(refused).rejects.toMatchObject({ status: 422, wire: { details: ['line 2: x'] } });
  });

  it('reads a refusal that is wrapped in `error`', async () => {
    const { api } = answering('{"error":{"code":"sign_in_failed","message":"m"}}', 401);
    expect(await refusalOf(api.signIn('a', 'b'))).toEqual({ code: 'sign_in_failed', status: 401 });
  });

  it.each([
    [502, '<html>Bad gateway</html>', 'unavailable'],
    [500, '', 'unexpected'],
    [401, '', 'session_invalid'],
    [404, 'not json', 'not_found'],
    [429, '{}', 'too_many_requests'],
    [403, '{"code":"made_up","message":"m"}', 'unexpected'],
  ])('tells %d with a foreign body in our own words', async (status, body, code) => {
    const { api } = answering(body, status);
    expect(await refusalOf(api.listSites())).toEqual({ code, status });
  });

  it('says unavailable when no answer comes', async () => {
    const api = createHttpConsoleApi(async () => {
      throw new TypeError('fetch failed');
    });
    expect(await refusalOf(api.currentSession())).toEqual({ code: 'unavailable', status: 0 });
  });

  it('takes an empty answer where none is needed', async () => {
    const { api } = answering('', 204);
    await expect(api.signOut()).resolves.not.toThrow();
  });
});
