import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  type LanguageModel,
  MAX_MODEL_CHARACTERS,
  type ModelDeadlines,
  ModelFailure,
  type ModelUsage,
} from './language-model.port.js';

/** What the model behind the port does in a test. */
export type Scenario =
  | { readonly name: 'says'; readonly pieces: readonly string[] }
  | { readonly name: 'silent' }
  | { readonly name: 'stalls'; readonly after: string }
  | { readonly name: 'cut'; readonly after: string }
  | { readonly name: 'drips'; readonly everyMs: number }
  | { readonly name: 'blank' }
  | { readonly name: 'token_limit'; readonly after: string }
  | { readonly name: 'floods' }
  | { readonly name: 'rate_limited'; readonly retryAfterSeconds: number }
  | { readonly name: 'upstream_error' };

export interface Subject {
  /** A fresh model in front of an endpoint (or script) that plays the scenario. */
  play(scenario: Scenario): LanguageModel;
  stop(): Promise<void>;
}

export interface Capabilities {
  /** Scenarios that the peer behind the adapter cannot play. */
  readonly cannot: readonly Scenario['name'][];
}

/** For faults of time. */
export const QUICK: ModelDeadlines = { firstTokenMs: 400, idleMs: 400, totalMs: 1_200 };
/** For everything else: a busy machine must not turn one fault into another. */
export const PATIENT: ModelDeadlines = { firstTokenMs: 5_000, idleMs: 5_000, totalMs: 10_000 };
/** Slack for timers on a busy machine. */
const SLACK_MS = 700;

const TURNS = [
  { role: 'system', text: 'Answer in one sentence.' },
  { role: 'user', text: 'hello' },
] as const;

/** What every `LanguageModel` promises, whoever is behind it. */
export function describeLanguageModel(
  name: string,
  start: () => Promise<Subject>,
  { cannot }: Capabilities = { cannot: [] },
): void {
  describe(`LanguageModel: ${name}`, () => {
    let subject: Subject;
    beforeAll(async () => {
      subject = await start();
    });
    afterAll(() => subject.stop());
    const testOf = (scenario: Scenario['name']) => test.skipIf(cannot.includes(scenario));

    test('streams the pieces in order and returns the usage', async () => {
      const model = subject.play({ name: 'says', pieces: ['Hello ', 'there', '!'] });
      const { text, usage } = await drain(reply(model));
      expect(text).toBe('Hello there!');
      expect(usage.outputTokens).toBeGreaterThan(0);
    });

    test('keeps every character, whatever the language', async () => {
      const words = ['Grüße ', '日本語 ', '👩‍👩‍👧 ', 'مرحبا'];
      const { text } = await drain(reply(subject.play({ name: 'says', pieces: words })));
      expect(text).toBe(words.join(''));
    });

    const failing = [
      [{ name: 'silent' }, 'timeout_first_token', QUICK.firstTokenMs, ''],
      [{ name: 'stalls', after: 'One ' }, 'timeout_idle', QUICK.firstTokenMs + QUICK.idleMs, 'One '],
      [{ name: 'drips', everyMs: 100 }, 'timeout_total', QUICK.totalMs, null],
      [{ name: 'cut', after: 'One ' }, 'cut', PATIENT.totalMs, 'One '],
      [{ name: 'blank' }, 'empty', PATIENT.totalMs, ''],
      [{ name: 'token_limit', after: 'One ' }, 'truncated', PATIENT.totalMs, 'One '],
      [{ name: 'upstream_error' }, 'upstream_error', PATIENT.totalMs, ''],
      [{ name: 'rate_limited', retryAfterSeconds: 3 }, 'rate_limited', PATIENT.totalMs, ''],
    ] as const;
    for (const [scenario, kind, withinMs, text] of failing) {
      testOf(scenario.name)(
        `a reply that ends badly (${scenario.name}) fails as ${kind} in time`,
        async () => {
          const deadlines = kind.startsWith('timeout') ? QUICK : PATIENT;
          const startedAt = performance.now();
          const failure = await failureOf(drain(reply(subject.play(scenario), { deadlines })));
          expect(performance.now() - startedAt).toBeLessThan(withinMs + SLACK_MS);
          expect(failure.kind).toBe(kind);
          if (text !== null) expect(failure.partial).toBe(text !== '');
        },
      );
    }

    testOf('rate_limited')('a rate limit says how long to wait', async () => {
      const failure = await failureOf(
        drain(reply(subject.play({ name: 'rate_limited', retryAfterSeconds: 3 }))),
      );
      expect(failure.retryAfterMs).toBe(3_000);
    });

    testOf('cut')('the text before a cut has been handed over', async () => {
      const heard: string[] = [];
      const consume = async (): Promise<void> => {
        for await (const piece of reply(subject.play({ name: 'cut', after: 'One ' }))) heard.push(piece);
      };
      await failureOf(consume());
      expect(heard.join('').trimEnd()).toBe('One');
    });

    testOf('floods')('a flood is cut off at the limit and fails as truncated', async () => {
      let length = 0;
      const consume = async (): Promise<void> => {
        for await (const piece of reply(subject.play({ name: 'floods' }))) length += piece.length;
      };
      const failure = await failureOf(consume());
      expect(failure.kind).toBe('truncated');
      expect(length).toBeGreaterThan(0);
      expect(length).toBeLessThanOrEqual(MAX_MODEL_CHARACTERS);
    });

    test('a caller that has already cancelled gets nothing', async () => {
      const model = subject.play({ name: 'says', pieces: ['Hello'] });
      const failure = await failureOf(drain(reply(model, { signal: AbortSignal.abort() })));
      expect(failure).toMatchObject({ kind: 'cancelled', partial: false });
    });

    testOf('drips')('cancelling in mid-stream ends it at once', async () => {
      const controller = new AbortController();
      const heard: string[] = [];
      const startedAt = performance.now();
      const consume = async (): Promise<void> => {
        const stream = reply(subject.play({ name: 'drips', everyMs: 50 }), { signal: controller.signal });
        for await (const piece of stream) {
          heard.push(piece);
          controller.abort();
        }
      };
      const failure = await failureOf(consume());
      expect(failure).toMatchObject({ kind: 'cancelled', partial: true });
      expect(heard).toHaveLength(1);
      expect(performance.now() - startedAt).toBeLessThan(SLACK_MS);
    });

    testOf('silent')('cancelling before the first word ends it at once', async () => {
      const controller = new AbortController();
      setTimeout(() => controller.abort(), 30);
      const stream = reply(subject.play({ name: 'silent' }), { signal: controller.signal });
      expect((await failureOf(drain(stream))).kind).toBe('cancelled');
    });

    test('extracts one value of the wanted shape, whatever surrounds it', async () => {
      const text = 'Sure:\n```json\n{"intent":"buy","seats":40}\n```';
      const { value } = await extract(subject.play({ name: 'says', pieces: [text] }));
      expect(value).toEqual({ intent: 'buy', seats: 40 });
    });

    test('an answer of another shape fails as no_structured_output', async () => {
      const model = subject.play({ name: 'says', pieces: ['{"intent":"steal","seats":40}'] });
      expect((await failureOf(extract(model))).kind).toBe('no_structured_output');
    });

    testOf('silent')('an extraction has deadlines too', async () => {
      const startedAt = performance.now();
      const failure = await failureOf(extract(subject.play({ name: 'silent' }), { deadlines: QUICK }));
      expect(failure.kind).toBe('timeout_first_token');
      expect(performance.now() - startedAt).toBeLessThan(QUICK.totalMs + SLACK_MS);
    });

    testOf('upstream_error')('an extraction does not hide a failing endpoint', async () => {
      const failure = await failureOf(extract(subject.play({ name: 'upstream_error' })));
      expect(failure.kind).toBe('upstream_error');
    });

    test('a cancelled extraction fails as cancelled', async () => {
      const model = subject.play({ name: 'says', pieces: ['{"intent":"buy","seats":null}'] });
      expect((await failureOf(extract(model, { signal: AbortSignal.abort() }))).kind).toBe('cancelled');
    });
  });
}

interface CallOptions {
  readonly deadlines?: ModelDeadlines;
  readonly signal?: AbortSignal;
}

/** A reply to a fixed question. */
export function reply(
  model: LanguageModel,
  { deadlines = PATIENT, signal = new AbortController().signal }: CallOptions = {},
): AsyncGenerator<string, ModelUsage, void> {
  return model.streamReply({ onBehalfOf: 'wsp', turns: TURNS, maxTokens: 100, deadlines, signal });
}

/** A small extraction. */
export function extract(
  model: LanguageModel,
  { deadlines = PATIENT, signal = new AbortController().signal }: CallOptions = {},
) {
  const schema = z.object({ intent: z.enum(['buy', 'support']), seats: z.number().int().nullable() });
  return model.extract({
    onBehalfOf: 'wsp',
    turns: TURNS,
    name: 'facts',
    schema,
    maxTokens: 100,
    deadlines,
    signal,
  });
}

export async function drain(
  stream: AsyncGenerator<string, ModelUsage, void>,
): Promise<{ readonly text: string; readonly usage: ModelUsage }> {
  let text = '';
  for (;;) {
    const next = await stream.next();
    if (next.done === true) return { text, usage: next.value };
    text += next.value;
  }
}

/** The `ModelFailure` that the promise must end in. */
export async function failureOf(promise: Promise<unknown>): Promise<ModelFailure> {
  const outcome = await promise.then(
    () => new Error('did not fail'),
    (thrown: unknown) => thrown,
  );
  if (outcome instanceof ModelFailure) return outcome;
  throw outcome;
}
