import type OpenAI from 'openai';
import { APIError } from 'openai';
import type { Clock } from '../kernel/clock.js';
import { type ChatChunk, chatChunkSchema } from './chat-chunk.schema.js';
import { adaptDialect, type ChatDialect, COMMON_DIALECT } from './chat-dialect.js';
import type { ChatPiece, ChatSource } from './guarded-stream.adapter.js';
import { type ChatTurn, ModelFailure } from './language-model.port.js';
import { createOpenaiClient, type OpenaiEndpoint } from './openai-client.adapter.js';
import { toModelFailure } from './openai-failure.adapter.js';
import type { JsonSchema } from './strict-schema.js';

/** How the answer is wanted: free text, or JSON by one of the three mechanisms endpoints offer. */
export type AnswerFormat =
  | { readonly as: 'text' }
  | { readonly as: 'json_object' }
  | { readonly as: 'json_schema' | 'tool'; readonly name: string; readonly schema: JsonSchema };

export interface ChatCall {
  readonly turns: readonly ChatTurn[];
  readonly maxTokens: number;
  readonly temperature: number | null;
  readonly format: AnswerFormat;
}

type StreamParameters = OpenAI.ChatCompletionCreateParamsStreaming;

/** One model behind one `chat.completions` endpoint; learns which request options that endpoint refuses. */
export class OpenaiChat {
  readonly #client: OpenAI;
  readonly #model: string;
  readonly #clock: Clock;
  #dialect: ChatDialect = COMMON_DIALECT;
  #dialectProven = false;

  constructor(endpoint: OpenaiEndpoint, clock: Clock) {
    this.#model = endpoint.model;
    this.#clock = clock;
    this.#client = createOpenaiClient(endpoint);
  }

  source(call: ChatCall, signal: AbortSignal): ChatSource {
    return {
      open: () => this.#open(call, signal),
      classify: (thrown) => toModelFailure(thrown, this.#clock),
    };
  }

  async #open(call: ChatCall, signal: AbortSignal): Promise<AsyncIterable<ChatPiece>> {
    let dialect = this.#dialect;
    for (;;) {
      try {
        const parameters = toParameters(this.#model, call, dialect);
        const { data, response } = await this.#client.chat.completions
          .create(parameters, { signal })
          .withResponse();
        assertEventStream(response.headers.get('content-type'));
        this.#dialect = dialect;
        this.#dialectProven = true;
        return toPieces(data, call.format);
      } catch (thrown) {
        const adapted = thrown instanceof APIError ? this.#adapt(dialect, thrown) : null;
        if (adapted === null) throw thrown;
        dialect = adapted;
      }
    }
  }

  /** Once a dialect has worked, only a refusal that names an option changes it. */
  #adapt(dialect: ChatDialect, error: APIError): ChatDialect | null {
    if (error.status === undefined) return null;
    const named = /stream_options|include_usage|temperature|max_completion_tokens/i.test(error.message);
    if (this.#dialectProven && !named) return null;
    return adaptDialect(dialect, {
      status: error.status,
      param: error.param ?? null,
      message: error.message,
    });
  }
}

function toParameters(model: string, call: ChatCall, dialect: ChatDialect): StreamParameters {
  return {
    model,
    messages: call.turns.map((turn) => ({ role: turn.role, content: turn.text })),
    stream: true,
    [dialect.tokenLimit]: call.maxTokens,
    ...(dialect.usage && { stream_options: { include_usage: true } }),
    ...(dialect.temperature && call.temperature !== null && { temperature: call.temperature }),
    ...formatParameters(call.format),
  };
}

/** Never `response_format` and `tools` together: several endpoints then ignore one of them. */
function formatParameters(format: AnswerFormat): Partial<StreamParameters> {
  switch (format.as) {
    case 'text':
      return {};
    case 'json_object':
      return { response_format: { type: 'json_object' } };
    case 'json_schema':
      return {
        response_format: {
          type: 'json_schema',
          json_schema: { name: format.name, strict: true, schema: format.schema },
        },
      };
    case 'tool':
      return {
        tools: [
          { type: 'function', function: { name: format.name, strict: true, parameters: format.schema } },
        ],
        tool_choice: { type: 'function', function: { name: format.name } },
      };
  }
}

/** A login page or a plain JSON answer with status 200 would otherwise look like a stream without chunks. */
function assertEventStream(contentType: string | null): void {
  if (/^(text\/html|application\/json)\b/i.test(contentType ?? ''))
    throw new ModelFailure('malformed', false);
}

async function* toPieces(chunks: AsyncIterable<unknown>, format: AnswerFormat): AsyncGenerator<ChatPiece> {
  for await (const chunk of chunks) {
    const parsed = chatChunkSchema.safeParse(chunk);
    if (!parsed.success) throw new ModelFailure('malformed', false);
    yield toPiece(parsed.data, format);
  }
}

function toPiece(chunk: ChatChunk, format: AnswerFormat): ChatPiece {
  const choice = chunk.choices?.[0];
  const text = format.as === 'tool' ? toolArguments(chunk) : (choice?.delta?.content ?? '');
  return {
    text,
    refused: (choice?.delta?.refusal ?? '') !== '',
    finish: choice?.finish_reason || null,
    usage: chunk.usage
      ? {
          inputTokens: chunk.usage.prompt_tokens ?? null,
          outputTokens: chunk.usage.completion_tokens ?? null,
        }
      : null,
  };
}

/** Arguments of the first tool call; the request forces exactly one. */
function toolArguments(chunk: ChatChunk): string {
  const calls = chunk.choices?.[0]?.delta?.tool_calls ?? [];
  const first = calls.find((toolCall) => (toolCall.index ?? 0) === 0);
  return first?.function?.arguments ?? '';
}
