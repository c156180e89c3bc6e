import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EmbeddingModel } from './embedding-model.port.js';
import { ModelFailure, type ModelFailureKind } from './language-model.port.js';

/** What stands behind the port in a test. */
export type EmbeddingScenario =
  | { readonly name: 'embeds'; vectorOf(text: string): readonly number[] }
  | { readonly name: 'silent' }
  | { readonly name: 'too_few' }
  | { readonly name: 'no_direction' }
  | { readonly name: 'upstream_error' }
  | { readonly name: 'rate_limited' };

export interface EmbeddingSubject {
  /** A fresh model in front of an endpoint (or script) that plays the scenario. */
  play(scenario: EmbeddingScenario): EmbeddingModel;
  stop(): Promise<void>;
}

const PATIENT_MS = 5_000;
const QUICK_MS = 300;
/** Slack for timers on a busy machine. */
const SLACK_MS = 700;

/** What every `EmbeddingModel` promises, whoever is behind it. */
export function describeEmbeddingModel(name: string, start: () => Promise<EmbeddingSubject>): void {
  describe(`EmbeddingModel: ${name}`, () => {
    let subject: EmbeddingSubject;
    beforeAll(async () => {
      subject = await start();
    });
    afterAll(() => subject.stop());

    const embed = (scenario: EmbeddingScenario, texts: readonly string[], options: Partial<Options> = {}) =>
      subject
        .play(scenario)
        .embed({ texts, deadlineMs: PATIENT_MS, signal: new AbortController().signal, ...options });

    test('gives one vector of length 1 per text, in the order of the texts', async () => {
      const vectorOf = (text: string) => [text.length, 1, 0];
      const { vectors, inputTokens } = await embed({ name: 'embeds', vectorOf }, ['four', 'Grüße 👋', 'a']);
      expect(vectors.map(([first = 0, second = 1]) => Math.round(first / second))).toEqual([4, 8, 1]);
      for (const vector of vectors) expect(Math.hypot(...vector)).toBeCloseTo(1, 5);
      expect(inputTokens).toBeGreaterThan(0);
    });

    const failing = [
      [{ name: 'too_few' }, 'malformed'],
      [{ name: 'no_direction' }, 'malformed'],
      [{ name: 'upstream_error' }, 'upstream_error'],
      [{ name: 'rate_limited' }, 'rate_limited'],
    ] as const satisfies readonly (readonly [EmbeddingScenario, ModelFailureKind])[];
    test.each(failing)('%o fails as %s', async (scenario, kind) => {
      expect(await failureOf(embed(scenario, ['one', 'two']))).toBe(kind);
    });

    test('an endpoint that says nothing costs no more than the deadline', async () => {
      const startedAt = performance.now();
      const failing = embed({ name: 'silent' }, ['one'], { deadlineMs: QUICK_MS });
      expect(await failureOf(failing)).toMatch(/^timeout_/);
      expect(performance.now() - startedAt).toBeLessThan(QUICK_MS + SLACK_MS);
    });

    test('a caller that gives up is let go at once', async () => {
      const caller = new AbortController();
      const failing = failureOf(embed({ name: 'silent' }, ['one'], { signal: caller.signal }));
      caller.abort();
      expect(await failing).toBe('cancelled');
    });
  });
}

interface Options {
  readonly deadlineMs: number;
  readonly signal: AbortSignal;
}

async function failureOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return 'nothing failed';
  } catch (thrown) {
    return thrown instanceof ModelFailure ? thrown.kind : `not a ModelFailure: ${String(thrown)}`;
  }
}
