import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { CallGuard } from './call-guard.adapter.js';
import { findJsonObject } from './find-json-object.js';
import { type ChatPiece, type ChatSource, guardedStream } from './guarded-stream.adapter.js';
import {
  type ChatTurn,
  type ExtractionRequest,
  type LanguageModel,
  ModelFailure,
  type ModelFailureKind,
  type ModelUsage,
  type ReplyRequest,
} from './language-model.port.js';
import type { JsonSchema } from './strict-schema.js';

/** What a scripted model does next. A script that ends without `finish` is a connection that was cut. */
export type ScriptStep =
  | { readonly do: 'say'; readonly text: string }
  | { readonly do: 'wait'; readonly ms: number }
  | { readonly do: 'stall' }
  | { readonly do: 'fail'; readonly kind: ModelFailureKind; readonly retryAfterMs: number | null }
  | { readonly do: 'finish'; readonly reason: string; readonly usage: ModelUsage };

/** A call as the script sees it; `schema` is null for a reply. */
export interface ScriptedCall {
  readonly turns: readonly ChatTurn[];
  readonly schema: JsonSchema | null;
}

/** Decides from the call alone what to answer, so that the same call gets the same answer. May be endless. */
export type Script = (call: ScriptedCall) => Iterable<ScriptStep>;

/** A deterministic model for tests and demonstrations, under the same guards as a real one. */
export class ScriptedLanguageModel implements LanguageModel {
  readonly id: string;
  readonly #script: Script;
  readonly #calls: ScriptedCall[] = [];

  constructor(script: Script, id = 'scripted') {
    this.id = id;
    this.#script = script;
  }

  /** Every call so far, oldest first. */
  get calls(): readonly ScriptedCall[] {
    return this.#calls;
  }

  async *streamReply(request: ReplyRequest): AsyncGenerator<string, ModelUsage, void> {
    const guard = new CallGuard(request.deadlines, request.signal);
    try {
      return yield* guardedStream(this.#source({ turns: request.turns, schema: null }, guard), guard);
    } finally {
      guard.close();
    }
  }

  async extract<T>(
    request: ExtractionRequest<T>,
  ): Promise<{ readonly value: T; readonly usage: ModelUsage }> {
    const schema = z.toJSONSchema(request.schema, { io: 'input', unrepresentable: 'any' });
    const guard = new CallGuard(request.deadlines, request.signal);
    try {
      const stream = guardedStream(this.#source({ turns: request.turns, schema }, guard), guard);
      let text = '';
      let next = await stream.next();
      for (; next.done !== true; next = await stream.next()) text += next.value;
      const found = findJsonObject(text);
      const checked = found.ok ? request.schema.safeParse(found.value) : null;
      if (checked?.success !== true) throw new ModelFailure('no_structured_output', false);
      return { value: checked.data, usage: next.value };
    } finally {
      guard.close();
    }
  }

  #source(call: ScriptedCall, guard: CallGuard): ChatSource {
    this.#calls.push(call);
    const steps = this.#script(call);
    return {
      open: async () => play(steps, guard.signal),
      classify: (thrown) =>
        thrown instanceof ModelFailure ? thrown : new ModelFailure('unknown', false, null, { cause: thrown }),
    };
  }
}

/** The steps of a model that says these pieces and ends as it should. */
export function spoken(...pieces: readonly string[]): readonly ScriptStep[] {
  const usage = { inputTokens: 1, outputTokens: pieces.length };
  const said = pieces.map((text) => ({ do: 'say', text }) as const);
  return [...said, { do: 'finish', reason: 'stop', usage }];
}

async function* play(steps: Iterable<ScriptStep>, signal: AbortSignal): AsyncGenerator<ChatPiece> {
  const nothing: ChatPiece = { text: '', refused: false, finish: null, usage: null };
  for (const step of steps) {
    switch (step.do) {
      case 'say':
        // As on a network, time passes between pieces, so that deadlines and cancellation get their turn.
        await sleep(0);
        yield { ...nothing, text: step.text };
        break;
      case 'wait':
        await sleep(step.ms, undefined, { signal });
        break;
      case 'stall':
        await sleep(2 ** 31 - 1, undefined, { signal });
        break;
      case 'fail':
        throw new ModelFailure(step.kind, false, step.retryAfterMs);
      case 'finish':
        yield { ...nothing, finish: step.reason, usage: step.usage };
        return;
    }
  }
}
