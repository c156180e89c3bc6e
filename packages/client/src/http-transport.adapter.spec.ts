import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HTTP_PATH, type WireError } from '@baton/shared-types';
import { expect, test, vi } from 'vitest';
import { httpTransport } from './http-transport.adapter.js';
import { type TransportStage, transportContract } from './transport.contract.js';
import type { Notice } from './transport.js';

interface HttpStage extends TransportStage {
  readonly requests: { readonly url: string; readonly body: Record<string, unknown> }[];
}

const OPENED = { ok: true, value: { token: 'minted', conversation: { id: 'cnv_1', head: 4 } } };

/** A server that speaks the fallback's two requests, with nothing of ours behind it. */
async function raise(): Promise<HttpStage> {
  const handshakes: unknown[] = [];
  const commands: { name: string; payload: unknown }[] = [];
  const requests: { url: string; body: Record<string, unknown> }[] = [];
  const waiting = new Set<ServerResponse>();
  let news: Notice[] = [];
  let refusal: WireError | null = null;
  let muted = false;

  const answer = (response: ServerResponse, reply: unknown) => {
    response.setHeader('content-type', 'application/json').end(JSON.stringify(reply));
  };
  const tell = () => {
    const [poll] = waiting;
    if (!poll || news.length === 0) return;
    waiting.delete(poll);
    answer(poll, { ok: true, value: { notices: news } });
    news = [];
  };
  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    let text = '';
    for await (const chunk of request) text += String(chunk);
    const body = JSON.parse(text);
    requests.push({ url: request.url ?? '', body });
    if (refusal) return answer(response, { ok: false, error: refusal });
    if (request.url === HTTP_PATH.events) {
      if (body.after === null) {
        handshakes.push(body.handshake);
        return answer(response, { ok: true, value: { notices: [] } });
      }
      waiting.add(response);
      response.on('close', () => waiting.delete(response));
      return tell();
    }
    if (body.name === 'session.open') return answer(response, OPENED);
    commands.push({ name: body.name, payload: body.payload });
    if (!muted) answer(response, { ok: true, value: { echo: body.payload } });
  };
  const http = createServer(
    (request, response) => void serve(request, response).catch(() => response.destroy()),
  );
  await new Promise<void>((resolve) => {
    http.listen(0, '127.0.0.1', resolve);
  });
  const { port } = http.address() as AddressInfo;
  const connect = httpTransport(`http://127.0.0.1:${port}`);

  return {
    // The suite opens no session, which is when asking for news begins.
    connect: (events) => {
      const transport = connect({
        ...events,
        opened: () => transport.request('session.open', { page: 'p' }, () => events.opened()),
      });
      return transport;
    },
    handshakes,
    commands,
    requests,
    refuse: (error) => {
      refusal = error;
    },
    mute: () => {
      muted = true;
    },
    notify: (notice) => {
      news.push(notice);
      tell();
    },
    dropAll: () => http.closeAllConnections(),
    connections: () => waiting.size,
    vanish: () =>
      new Promise((resolve) => {
        http.close(() => resolve());
        http.closeAllConnections();
      }),
  };
}

transportContract('HTTP', raise);

test('the handshake travels in the body alone; the token of the opened session replaces it', async () => {
  const stage = await raise();
  const opened = vi.fn();
  const transport = stage.connect({ opened, failed: vi.fn(), lost: vi.fn(), notice: vi.fn() });
  transport.open({ protocol: 1, siteKey: 'public-key', token: null });
  await vi.waitFor(() => expect(opened).toHaveBeenCalled());
  transport.request('message.send', { text: 'hi' }, () => undefined);
  await vi.waitFor(() => expect(stage.commands).toHaveLength(1));
  expect(stage.requests.map(({ url }) => url).join()).not.toMatch(/minted|public-key|\?/);
  const sent = stage.requests.find(({ body }) => body['name'] === 'message.send');
  expect(sent?.body).toMatchObject({
    handshake: { protocol: 1, siteKey: 'public-key', token: 'minted' },
    context: { page: 'p' },
  });
  transport.close();
  await stage.vanish();
});

test('asks for what follows the opened head, and then for what follows the last batch', async () => {
  const stage = await raise();
  const notice = vi.fn();
  const transport = stage.connect({ opened: vi.fn(), failed: vi.fn(), lost: vi.fn(), notice });
  transport.open({ protocol: 1, siteKey: 'key', token: 'secret' });
  await vi.waitFor(() => expect(stage.connections()).toBe(1));
  stage.notify({
    name: 'log.appended',
    payload: { conversationId: 'cnv_2' as never, from: 4, to: 9, events: [] },
  });
  await vi.waitFor(() => expect(notice).toHaveBeenCalledOnce());
  const asked = () =>
    stage.requests.flatMap(({ url, body }) =>
      url === HTTP_PATH.events ? [[body['conversationId'], body['after']]] : [],
    );
  await vi.waitFor(() =>
    expect(asked()).toEqual([
      [null, null],
      ['cnv_1', 4],
      ['cnv_2', 9],
    ]),
  );
  transport.close();
  await stage.vanish();
});

test('a question that is never answered is a dead line, within ten seconds', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    const fetch = vi.spyOn(globalThis, 'fetch').mockReturnValue(new Promise(() => undefined));
    const failed = vi.fn();
    const transport = httpTransport('http://127.0.0.1:1')({
      opened: vi.fn(),
      failed,
      lost: vi.fn(),
      notice: vi.fn(),
    });
    transport.open({ protocol: 1, siteKey: 'key', token: null });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(failed).toHaveBeenCalledExactlyOnceWith(null);
    fetch.mockRestore();
  } finally {
    vi.useRealTimers();
  }
});
