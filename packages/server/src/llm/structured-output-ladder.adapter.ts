import { z } from 'zod';
import { assert } from '../kernel/assert.js';
import { CallGuard } from './call-guard.adapter.js';
import { findJsonObject } from './find-json-object.js';
import { guardedStream, NO_USAGE } from './guarded-stream.adapter.js';
import {
  type ChatTurn,
  type ExtractionRequest,
  ModelFailure,
  type ModelFailureKind,
  type ModelUsage,
} from './language-model.port.js';
import type { AnswerFormat, OpenaiChat } from './openai-chat.adapter.js';
import { refusedTheMode } from './openai-failure.adapter.js';
import { type JsonSchema, strictSchema, withoutOptionalNulls } from './strict-schema.js';

/** Ways to get JSON out of a model, strictest first. */
const MODES = ['json_schema', 'tool', 'json_object', 'prompt'] as const;
type Mode = (typeof MODES)[number];

type Attempt<T> =
  | { readonly outcome: 'value'; readonly value: T; readonly usage: ModelUsage }
  | { readonly outcome: 'refused'; readonly failure: ModelFailure }
  | { readonly outcome: 'nonconforming'; readonly usage: ModelUsage };

/** Faults of an answer that another mode may not have. */
const ANSWER_FAULTS: ReadonlySet<ModelFailureKind> = new Set(['empty', 'truncated']);

/**
 * Structured output from any compatible endpoint: steps down when a mode is refused or its answer does not
 * conform, and starts the next call with the mode that worked. Other faults end the call at once.
 */
export class StructuredOutputLadder {
  readonly #chat: OpenaiChat;
  readonly #refused = new Set<Mode>();
  #worked: Mode | null = null;

  constructor(chat: OpenaiChat) {
    this.#chat = chat;
  }

  /** Throws `ModelFailure`: `no_structured_output` when some mode answered, else why the last was refused. */
  async extract<T>(
    request: ExtractionRequest<T>,
  ): Promise<{ readonly value: T; readonly usage: ModelUsage }> {
    assert(/^[\w-]{1,64}$/.test(request.name), 'the name of an extraction is a plain word');
    const guard = new CallGuard(request.deadlines, request.signal);
    let usage = NO_USAGE;
    let refusal: ModelFailure | null = null;
    let answered = false;
    try {
      for (const mode of this.#modesToTry()) {
        if (this.#refused.has(mode)) continue;
        const attempt = await this.#attempt(mode, request, guard);
        if (attempt.outcome === 'refused') {
          this.#refused.add(mode);
          refusal = attempt.failure;
          continue;
        }
        usage = sum(usage, attempt.usage);
        if (attempt.outcome === 'value') {
          this.#worked = mode;
          return { value: attempt.value, usage };
        }
        answered = true;
      }
    } finally {
      guard.close();
    }
    // Nothing worked this time; next time all modes get a chance again, in case the endpoint was mended.
    this.#worked = null;
    this.#refused.clear();
    throw answered || refusal === null ? new ModelFailure('no_structured_output', false) : refusal;
  }

  /** `json_object` twice in a row: some endpoints answer blank now and then in that mode. */
  #modesToTry(): readonly Mode[] {
    const start = this.#worked === null ? 0 : MODES.indexOf(this.#worked);
    return MODES.slice(start)
      .filter((mode) => !this.#refused.has(mode))
      .flatMap((mode) => (mode === 'json_object' ? [mode, mode] : [mode]));
  }

  async #attempt<T>(mode: Mode, request: ExtractionRequest<T>, guard: CallGuard): Promise<Attempt<T>> {
    const full: JsonSchema = z.toJSONSchema(request.schema, { io: 'input', unrepresentable: 'any' });
    const schema = strictSchema(full);
    const source = this.#chat.source(
      {
        turns: mode === 'json_schema' || mode === 'tool' ? request.turns : withHint(request.turns, schema),
        maxTokens: request.maxTokens,
        temperature: 0,
        format: formatOf(mode, request.name, schema),
      },
      guard.signal,
    );
    try {
      const { text, usage } = await collect(guardedStream(source, guard));
      const found = findJsonObject(text);
      if (!found.ok) return { outcome: 'nonconforming', usage };
      const exact = request.schema.safeParse(found.value);
      const checked = exact.success
        ? exact
        : request.schema.safeParse(withoutOptionalNulls(found.value, full));
      return checked.success
        ? { outcome: 'value', value: checked.data, usage }
        : { outcome: 'nonconforming', usage };
    } catch (thrown) {
      if (!(thrown instanceof ModelFailure)) throw thrown;
      if (refusedTheMode(thrown)) return { outcome: 'refused', failure: thrown };
      if (ANSWER_FAULTS.has(thrown.kind)) return { outcome: 'nonconforming', usage: NO_USAGE };
      throw thrown;
    }
  }
}

function formatOf(mode: Mode, name: string, schema: JsonSchema): AnswerFormat {
  switch (mode) {
    case 'json_schema':
    case 'tool':
      return { as: mode, name, schema };
    case 'json_object':
      return { as: 'json_object' };
    case 'prompt':
      return { as: 'text' };
  }
}

/** Joined to the first system turn: some chat templates accept only one. */
function withHint(turns: readonly ChatTurn[], schema: JsonSchema): readonly ChatTurn[] {
  const hint = `Reply with one JSON object only, matching this JSON Schema: ${JSON.stringify(schema)}`;
  const first = turns[0];
  return first?.role === 'system'
    ? [{ role: 'system', text: `${first.text}\n\n${hint}` }, ...turns.slice(1)]
    : [{ role: 'system', text: hint }, ...turns];
}

async function collect(
  stream: AsyncGenerator<string, ModelUsage, void>,
): Promise<{ readonly text: string; readonly usage: ModelUsage }> {
  let text = '';
  for (;;) {
    const next = await stream.next();
    if (next.done === true) return { text, usage: next.value };
    text += next.value;
  }
}

function sum(left: ModelUsage, right: ModelUsage): ModelUsage {
  return {
    inputTokens: add(left.inputTokens, right.inputTokens),
    outputTokens: add(left.outputTokens, right.outputTokens),
  };
}

function add(left: number | null, right: number | null): number | null {
  return left === null ? right : left + (right ?? 0);
}
