import { createServer } from 'node:http';

const SENTENCES = ['Our plans start at 20 a month. ', 'You can try everything for two weeks. '];

/** A chat endpoint without any latency: streams two sentences, and finds no facts. */
export interface InstantModel {
  readonly url: string;
  readonly calls: number;
  stop(): Promise<void>;
}

export async function startInstantModel(delayMs = 0): Promise<InstantModel> {
  let calls = 0;
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      calls += 1;
      const wantsFacts = 'response_format' in JSON.parse(Buffer.concat(parts).toString('utf8'));
      const answer = () => {
        response.writeHead(200, { 'content-type': 'text/event-stream' });
        for (const content of wantsFacts ? ['{"facts":[]}'] : SENTENCES)
          response.write(chunk({ content }, null));
        response.write(chunk({}, 'stop'));
        response.end('data: [DONE]\n\n');
      };
      if (delayMs > 0) setTimeout(answer, delayMs);
      else answer();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}/v1`,
    get calls() {
      return calls;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function chunk(delta: object, finishReason: 'stop' | null): string {
  const choices = [{ index: 0, delta, finish_reason: finishReason }];
  return `data: ${JSON.stringify({ id: 'c', object: 'chat.completion.chunk', created: 1, model: 'm', choices })}\n\n`;
}
