import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/** How the endpoint treats a request: the ways in which real ones fail, and one in which they work. */
export type EndpointBehaviour =
  | { readonly name: 'speak'; readonly pieces: readonly string[]; readonly gapMs?: number }
  | { readonly name: 'stall_after'; readonly pieces: readonly string[] }
  | { readonly name: 'no_headers' }
  | { readonly name: 'keep_alives_only' }
  | {
      readonly name: 'status';
      readonly status: number;
      readonly retryAfter?: string;
      readonly message?: string;
    }
  | { readonly name: 'html' }
  | { readonly name: 'cut_after'; readonly pieces: readonly string[] }
  | { readonly name: 'no_finish_reason'; readonly pieces: readonly string[] }
  | { readonly name: 'never_closes'; readonly pieces: readonly string[] }
  | { readonly name: 'finish'; readonly pieces: readonly string[]; readonly reason: string }
  | { readonly name: 'broken_chunk'; readonly pieces: readonly string[] }
  | { readonly name: 'error_event'; readonly pieces: readonly string[] }
  | { readonly name: 'refusal' }
  | { readonly name: 'byte_per'; readonly ms: number }
  | { readonly name: 'flood'; readonly bytes: number }
  | { readonly name: 'one_endless_line'; readonly bytes: number }
  | { readonly name: 'tool_arguments'; readonly pieces: readonly string[] };

/** The JSON body of a chat request, as sent. */
export type ChatBody = Readonly<Record<string, unknown>>;

export interface ModelEndpoint {
  /** Base URL as an `OPENAI_BASE_URL`. */
  readonly url: string;
  /** Bodies of the requests so far. */
  readonly requests: readonly ChatBody[];
  /** Connections on which a response is still being written. */
  openResponses(): number;
  behave(behaviour: EndpointBehaviour | ((body: ChatBody) => EndpointBehaviour)): void;
  stop(): Promise<void>;
}

/** A chat endpoint on a free local port that misbehaves on demand. */
export async function startModelEndpoint(): Promise<ModelEndpoint> {
  const requests: ChatBody[] = [];
  let open = 0;
  let behaviour: (body: ChatBody) => EndpointBehaviour = () => ({ name: 'status', status: 500 });
  const server = createServer(async (request, response) => {
    open += 1;
    response.once('close', () => (open -= 1));
    response.on('error', () => undefined);
    const body = await readBody(request);
    requests.push(body);
    await respond(response, behaviour(body), body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}/v1`,
    requests,
    openResponses: () => open,
    behave: (next) => {
      behaviour = typeof next === 'function' ? next : () => next;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function respond(response: ServerResponse, how: EndpointBehaviour, body: ChatBody): Promise<void> {
  switch (how.name) {
    case 'no_headers':
      return;
    case 'status':
      response.writeHead(how.status, {
        'content-type': 'application/json',
        ...(how.retryAfter !== undefined && { 'retry-after': how.retryAfter }),
      });
      response.end(JSON.stringify({ error: { message: how.message ?? 'no', type: 'test' } }));
      return;
    case 'html':
      response.writeHead(200, { 'content-type': 'text/html' });
      response.end('<html><body>Please sign in to the guest network.</body></html>');
      return;
  }
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  switch (how.name) {
    case 'speak':
      for (const piece of how.pieces) {
        if (how.gapMs !== undefined) await sleep(how.gapMs);
        response.write(chunk({ content: piece }));
      }
      return finish(response, body, how.pieces.length);
    case 'tool_arguments':
      for (const piece of how.pieces)
        response.write(chunk({ tool_calls: [{ index: 0, function: { arguments: piece } }] }));
      return finish(response, body, how.pieces.length, 'tool_calls');
    case 'finish':
      writeAll(response, how.pieces);
      return finish(response, body, how.pieces.length, how.reason);
    case 'stall_after':
      writeAll(response, how.pieces);
      response.flushHeaders();
      return;
    case 'keep_alives_only':
      return drip(response, 40, () => ': keep-alive\n\n');
    case 'cut_after':
      writeAll(response, how.pieces);
      await sleep(30);
      response.destroy();
      return;
    case 'no_finish_reason':
      writeAll(response, how.pieces);
      response.end();
      return;
    case 'never_closes':
      writeAll(response, how.pieces);
      response.write(chunk({}, 'stop'));
      return;
    case 'broken_chunk':
      writeAll(response, how.pieces);
      response.end('data: {"id": broken\n\n');
      return;
    case 'error_event':
      writeAll(response, how.pieces);
      response.end('data: {"error":{"message":"overloaded","type":"server_error"}}\n\n');
      return;
    case 'refusal':
      response.write(chunk({ refusal: 'No.' }));
      return finish(response, body, 0);
    case 'byte_per': {
      const bytes = chunk({ content: 'slow' }).repeat(100);
      let at = 0;
      return drip(response, how.ms, () => bytes.charAt(at++));
    }
    case 'flood':
      return flood(response, how.bytes, chunk({ content: 'flood '.repeat(1_000) }));
    case 'one_endless_line':
      response.write('data: {"choices":[{"delta":{"content":"');
      return flood(response, how.bytes, 'x'.repeat(6_000));
  }
}

function chunk(delta: object, finishReason: string | null = null): string {
  const choices = [{ index: 0, delta, finish_reason: finishReason }];
  return `data: ${JSON.stringify({ id: 'c', object: 'chat.completion.chunk', created: 1, model: 'm', choices })}\n\n`;
}

function writeAll(response: ServerResponse, pieces: readonly string[]): void {
  for (const piece of pieces) response.write(chunk({ content: piece }));
}

function finish(response: ServerResponse, body: ChatBody, tokens: number, reason = 'stop'): void {
  response.write(chunk({}, reason));
  if (body['stream_options'] !== undefined) {
    const usage = { prompt_tokens: 11, completion_tokens: tokens, total_tokens: 11 + tokens };
    response.write(`data: ${JSON.stringify({ id: 'c', choices: [], usage })}\n\n`);
  }
  response.end('data: [DONE]\n\n');
}

async function drip(response: ServerResponse, everyMs: number, next: () => string): Promise<void> {
  while (!response.destroyed) {
    response.write(next());
    await sleep(everyMs);
  }
}

/** Writes as fast as the other side reads, up to `bytes`. */
async function flood(response: ServerResponse, bytes: number, piece: string): Promise<void> {
  for (let sent = 0; sent < bytes && !response.destroyed; sent += piece.length) {
    response.write(piece);
    while (response.writableNeedDrain && !response.destroyed) await sleep(1);
  }
  response.end();
}

async function readBody(request: IncomingMessage): Promise<ChatBody> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return JSON.parse(Buffer.concat(parts).toString('utf8'));
}
