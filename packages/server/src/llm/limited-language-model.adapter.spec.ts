import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { LanguageModel, ModelUsage } from './language-model.port.js';
import { LimitedLanguageModel } from './limited-language-model.adapter.js';

const NO_USAGE: ModelUsage = { inputTokens: null, outputTokens: null };
const LIMITS = { calls: 3, callsPerWorkspace: 2, waitingPerWorkspace: 4, patienceMs: 60_000 };

/** A model whose calls last until they are let go; keeps who was called, in order. */
function heldModel() {
  const called: string[] = [];
  const held: (() => void)[] = [];
  const call = (onBehalfOf: string) =>
    new Promise<void>((resolve) => {
      called.push(onBehalfOf);
      held.push(resolve);
    });
  const inner: LanguageModel = {
    id: 'held',
    async *streamReply({ onBehalfOf }) {
      await call(onBehalfOf);
      yield 'hello';
      return NO_USAGE;
    },
    async extract({ onBehalfOf, schema }) {
      await call(onBehalfOf);
      return { value: schema.parse({}), usage: NO_USAGE };
    },
  };
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  return {
    inner,
    called,
    settle,
    finishOne: async () => {
      held.shift()?.();
      await settle();
    },
  };
}

function extract(model: LanguageModel, onBehalfOf: string, signal = new AbortController().signal) {
  const deadlines = { firstTokenMs: 1_000, idleMs: 1_000, totalMs: 1_000 };
  return model.extract({
    onBehalfOf,
    turns: [],
    name: 'x',
    schema: z.object({}),
    maxTokens: 1,
    deadlines,
    signal,
  });
}

describe('LimitedLanguageModel', () => {
  it('calls no more at a time than the node and the workspace may', async () => {
    const { inner, called, settle, finishOne } = heldModel();
    const model = new LimitedLanguageModel(inner, LIMITS);
    const all = ['a', 'a', 'a', 'b', 'b'].map((workspace) => extract(model, workspace));
    await settle();
    expect(called).toEqual(['a', 'a', 'b']);
    for (let left = 5; left > 0; left -= 1) await finishOne();
    await Promise.all(all);
    expect(called).toHaveLength(5);
  });

  it('a quiet workspace is called before the rest of a flood', async () => {
    const { inner, called, settle, finishOne } = heldModel();
    const model = new LimitedLanguageModel(inner, { ...LIMITS, calls: 2, waitingPerWorkspace: 50 });
    const flood = Array.from({ length: 40 }, () => extract(model, 'flood'));
    const quiet = [extract(model, 'quiet'), extract(model, 'quiet')];
    await settle();
    for (let left = 42; left > 0; left -= 1) await finishOne();
    await Promise.all([...flood, ...quiet]);
    expect(called.lastIndexOf('quiet')).toBeLessThan(6);
  });

  it('turns away at once what is too much, so that the rules answer, and of that workspace alone', async () => {
    const { inner, settle, finishOne } = heldModel();
    const model = new LimitedLanguageModel(inner, LIMITS);
    const flood = Array.from({ length: 10 }, () => extract(model, 'flood'));
    const settled = Promise.allSettled(flood);
    const quiet = extract(model, 'quiet');
    await settle();
    for (let left = 7; left > 0; left -= 1) await finishOne();
    const refused = (await settled).filter(({ status }) => status === 'rejected');
    expect(refused).toHaveLength(4);
    expect(refused[0]).toMatchObject({ reason: { kind: 'unavailable' } });
    await expect(quiet).resolves.toMatchObject({ value: {} });
  });

  it('gives up after its patience, and when its caller does, and then holds no place', async () => {
    const { inner, settle, finishOne, called } = heldModel();
    const model = new LimitedLanguageModel(inner, { ...LIMITS, callsPerWorkspace: 1, patienceMs: 20 });
    const first = extract(model, 'a');
    await settle();
    await expect(extract(model, 'a')).rejects.toMatchObject({ kind: 'unavailable' });
    await expect(extract(model, 'a', AbortSignal.abort())).rejects.toMatchObject({ kind: 'cancelled' });
    await finishOne();
    await first;
    const next = extract(model, 'a');
    await settle();
    expect(called).toEqual(['a', 'a']);
    await finishOne();
    await next;
  });

  it('a reply that is not listened to any more gives its place back', async () => {
    const { inner, settle, finishOne, called } = heldModel();
    const model = new LimitedLanguageModel(inner, { ...LIMITS, callsPerWorkspace: 1 });
    const deadlines = { firstTokenMs: 1_000, idleMs: 1_000, totalMs: 1_000 };
    const { signal } = new AbortController();
    const stream = model.streamReply({ onBehalfOf: 'a', turns: [], maxTokens: 1, deadlines, signal });
    const piece = stream.next();
    await settle();
    await finishOne();
    await piece;
    await stream.return(NO_USAGE);
    const next = extract(model, 'a');
    await settle();
    expect(called).toEqual(['a', 'a']);
    await finishOne();
    await next;
  });
});
