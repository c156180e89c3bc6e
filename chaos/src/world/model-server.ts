import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

const WORDS = [
  'Thank you, that is good to know. ',
  'I have written it down for the team here. ',
  'They look at every note at the start of the day. ',
  'Nothing of it gets lost on the way. ',
].flatMap((sentence) => sentence.split(/(?<= )/));

/** A chat endpoint that speaks slowly enough to be interrupted, and fails when told to. */
export class ModelServer {
  /** Answers with this status instead of speaking. */
  failing: number | null = null;
  port = 0;
  private readonly server: Server;
  private readonly gapMs: number;

  constructor(gapMs: number) {
    this.gapMs = gapMs;
    this.server = createServer((request, response) => {
      response.on('error', () => undefined);
      void this.answer(request, response).catch(() => response.destroy());
    });
  }

  async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    const address = this.server.address();
    if (!address || typeof address === 'string') throw new Error('the model has no port');
    this.port = address.port;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    if (this.failing !== null) {
      response.writeHead(this.failing, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ error: { message: 'no', type: 'test' } }));
      return;
    }
    const body: unknown = JSON.parse(Buffer.concat(parts).toString('utf8'));
    const wantsFacts =
      typeof body === 'object' && body !== null && ('response_format' in body || 'tools' in body);
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    if (wantsFacts) response.write(chunk({ content: '{"facts":[]}' }));
    for (const word of wantsFacts ? [] : WORDS) {
      if (response.destroyed) return;
      response.write(chunk({ content: word }));
      await sleep(this.gapMs);
    }
    response.write(chunk({}, 'stop'));
    response.end('data: [DONE]\n\n');
  }
}

function chunk(delta: object, finishReason: string | null = null): string {
  const choices = [{ index: 0, delta, finish_reason: finishReason }];
  return `data: ${JSON.stringify({ id: 'c', object: 'chat.completion.chunk', created: 1, model: 'm', choices })}\n\n`;
}
