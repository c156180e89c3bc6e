import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { createUploads, type OutgoingFile, type UploadAttempt } from './uploads-model.js';

interface Begun {
  readonly id: string;
  readonly name: string;
  progress(share: number): void;
  answer(code: string | null): Promise<void>;
  cancelled: boolean;
}

function given(maxBytes = 100) {
  const begun: Begun[] = [];
  const sent: string[] = [];
  let ids = 0;
  const model = createUploads<OutgoingFile>({
    signal,
    newId: () => {
      ids += 1;
      return `id-${ids}`;
    },
    maxBytes: () => maxBytes,
    send(id, { name }, progress): UploadAttempt {
      let resolve: (outcome: { code: string | null }) => void = () => undefined;
      const done = new Promise<{ code: string | null }>((settle) => {
        resolve = settle;
      });
      const answer = async (code: string | null) => {
        resolve({ code });
        await new Promise((after) => setTimeout(after));
      };
      const each: Begun = { id, name, progress, answer, cancelled: false };
      begun.push(each);
      return {
        done,
        cancel() {
          each.cancelled = true;
          void answer('');
        },
      };
    },
    sent: ({ name }) => sent.push(name),
  });
  const shown = () => model.uploads.value.map(({ name, share, problem }) => [name, share, problem]);
  return { model, begun, sent, shown };
}

const file = (name: string, size = 10) => ({ name, size });

describe('createUploads', () => {
  it('sends one after the other, in order, and shows how far it is', async () => {
    const { model, begun, sent, shown } = given();
    model.add([file('a'), file('b')]);
    begun[0]?.progress(0.5);
    expect(begun.map(({ name }) => name)).toEqual(['a']);
    expect(shown()).toEqual([
      ['a', 0.5, null],
      ['b', 0, null],
    ]);
    await begun[0]?.answer(null);
    expect(begun.map(({ name }) => name)).toEqual(['a', 'b']);
    await begun[1]?.answer(null);
    expect(sent).toEqual(['a', 'b']);
    expect(shown()).toEqual([]);
  });

  it('does not send what is empty or too large', () => {
    const { model, begun, shown } = given(100);
    model.add([file('none', 0), file('large', 101), file('fits', 100)]);
    expect(begun.map(({ name }) => name)).toEqual(['fits']);
    expect(shown()).toEqual([
      ['none', 0, 'empty'],
      ['large', 0, 'tooLarge'],
      ['fits', 0, null],
    ]);
  });

  it.each([
    ['file_refused', 'refused'],
    ['file_too_large', 'tooLarge'],
    ['file_limit', 'limit'],
    ['files_off', 'limit'],
    ['unavailable', 'failed'],
    ['', 'failed'],
  ])('after %j it says %s and goes on with the next one', async (code, problem) => {
    const { model, begun, shown } = given();
    model.add([file('a'), file('b')]);
    await begun[0]?.answer(code);
    expect(shown()).toEqual([
      ['a', 0, problem],
      ['b', 0, null],
    ]);
    expect(begun[1]?.name).toBe('b');
  });

  it('tries again as the same message', async () => {
    const { model, begun, sent } = given();
    model.add([file('a')]);
    await begun[0]?.answer('unavailable');
    model.retry('id-1');
    expect(begun.map(({ id }) => id)).toEqual(['id-1', 'id-1']);
    await begun[1]?.answer(null);
    expect(sent).toEqual(['a']);
  });

  it('breaks off what is on its way and does not count it as sent', async () => {
    const { model, begun, sent, shown } = given();
    model.add([file('a'), file('b')]);
    model.remove('id-1');
    await new Promise((after) => setTimeout(after));
    expect(begun[0]?.cancelled).toBe(true);
    expect(shown()).toEqual([['b', 0, null]]);
    expect(begun[1]?.name).toBe('b');
    expect(sent).toEqual([]);
  });
});
