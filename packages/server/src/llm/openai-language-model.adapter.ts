import type { Clock } from '../kernel/clock.js';
import { CallGuard } from './call-guard.adapter.js';
import { guardedStream } from './guarded-stream.adapter.js';
import type { ExtractionRequest, LanguageModel, ModelUsage, ReplyRequest } from './language-model.port.js';
import { OpenaiChat } from './openai-chat.adapter.js';
import type { OpenaiEndpoint } from './openai-client.adapter.js';
import { StructuredOutputLadder } from './structured-output-ladder.adapter.js';

/** A chat model behind any endpoint that speaks OpenAI's `chat.completions` with streaming. */
export class OpenaiLanguageModel implements LanguageModel {
  readonly id: string;
  readonly #chat: OpenaiChat;
  readonly #ladder: StructuredOutputLadder;

  constructor(endpoint: OpenaiEndpoint, clock: Clock) {
    this.id = endpoint.model;
    this.#chat = new OpenaiChat(endpoint, clock);
    this.#ladder = new StructuredOutputLadder(this.#chat);
  }

  async *streamReply(request: ReplyRequest): AsyncGenerator<string, ModelUsage, void> {
    const guard = new CallGuard(request.deadlines, request.signal);
    const call = {
      turns: request.turns,
      maxTokens: request.maxTokens,
      temperature: null,
      format: { as: 'text' },
    } as const;
    try {
      return yield* guardedStream(this.#chat.source(call, guard.signal), guard);
    } finally {
      guard.close();
    }
  }

  extract<T>(request: ExtractionRequest<T>): Promise<{ readonly value: T; readonly usage: ModelUsage }> {
    return this.#ladder.extract(request);
  }
}
