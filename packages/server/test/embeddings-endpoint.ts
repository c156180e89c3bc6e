import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** How the endpoint answers a request for embeddings. */
export type EmbeddingsBehaviour =
  | { readonly name: 'embed'; vectorOf(text: string): readonly number[] }
  | { readonly name: 'silent' }
  | { readonly name: 'too_few' }
  | { readonly name: 'status'; readonly status: number };

export interface EmbeddingsEndpoint {
  /** Base URL as an `OPENAI_BASE_URL`. */
  readonly url: string;
  /** The texts of the requests so far. */
  readonly requests: readonly (readonly string[])[];
  behave(behaviour: EmbeddingsBehaviour): void;
  stop(): Promise<void>;
}

/** A server of OpenAI's `embeddings` on a free local port, which fails on demand. It answers in the reverse order. */
export async function startEmbeddingsEndpoint(): Promise<EmbeddingsEndpoint> {
  const requests: (readonly string[])[] = [];
  let behaviour: EmbeddingsBehaviour = { name: 'status', status: 500 };
  const server = createServer(async (request, response) => {
    const { input, encoding_format, model } = await readBody(request);
    requests.push(input);
    if (request.url !== '/v1/embeddings' || encoding_format !== 'float' || model === '')
      response.writeHead(404).end('{}');
    else respond(response, behaviour, input);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}/v1`,
    requests,
    behave: (next) => {
      behaviour = next;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function respond(response: ServerResponse, how: EmbeddingsBehaviour, input: readonly string[]): void {
  switch (how.name) {
    case 'silent':
      return;
    case 'status':
      response.writeHead(how.status, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ error: { message: 'no', type: 'test' } }));
      return;
    case 'too_few':
      answer(response, [[1, 0, 0]]);
      return;
    case 'embed':
      answer(
        response,
        input.map((text) => how.vectorOf(text)),
      );
  }
}

function answer(response: ServerResponse, vectors: readonly (readonly number[])[]): void {
  const data = vectors.map((embedding, index) => ({ object: 'embedding', index, embedding })).reverse();
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(
    JSON.stringify({ object: 'list', model: 'm', data, usage: { prompt_tokens: 7, total_tokens: 7 } }),
  );
}

interface EmbeddingsBody {
  readonly input: readonly string[];
  readonly encoding_format?: string;
  readonly model: string;
}

async function readBody(request: IncomingMessage): Promise<EmbeddingsBody> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return JSON.parse(Buffer.concat(parts).toString('utf8'));
}
