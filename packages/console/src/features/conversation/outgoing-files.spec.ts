import { ERRORS, type ErrorCode } from '@baton/shared-types';
import { describe, expect, it } from 'vitest';
import { ApiError } from '../../api/console-api.js';
import { createOutgoingFiles } from './outgoing-files.js';

function given() {
  const begun: { id: string; name: string; accept: () => void; refuse: (code: ErrorCode) => void }[] = [];
  const api = {
    sendFile: (_: unknown, id: string, { name }: File) =>
      new Promise<void>((resolve, reject) => {
        const refuse = (code: ErrorCode) =>
          reject(new ApiError({ code, message: ERRORS[code].message }, ERRORS[code].status));
        begun.push({ id, name, accept: resolve, refuse });
      }),
  };
  let ids = 0;
  const outgoing = createOutgoingFiles(api, 'cnv_1' as never, () => {
    ids += 1;
    return `id-${ids}`;
  });
  const shown = () => outgoing.files.value.map(({ name, error }) => [name, error?.code ?? null]);
  return { outgoing, begun, shown };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('createOutgoingFiles', () => {
  it('shows what is on its way until it has arrived', async () => {
    const { outgoing, begun, shown } = given();
    outgoing.send([new File(['a'], 'a.pdf'), new File(['b'], 'b.pdf')]);
    expect(shown()).toEqual([
      ['a.pdf', null],
      ['b.pdf', null],
    ]);
    begun[1]?.accept();
    await settled();
    expect(shown()).toEqual([['a.pdf', null]]);
  });

  it('says why one was refused, and tries it again as the same message', async () => {
    const { outgoing, begun, shown } = given();
    outgoing.send([new File(['a'], 'a.svg')]);
    begun[0]?.refuse('file_refused');
    await settled();
    expect(shown()).toEqual([['a.svg', 'file_refused']]);
    outgoing.retry('id-1');
    expect(shown()).toEqual([['a.svg', null]]);
    expect(begun.map(({ id }) => id)).toEqual(['id-1', 'id-1']);
  });

  it('puts away what failed', async () => {
    const { outgoing, begun, shown } = given();
    outgoing.send([new File(['a'], 'a.svg')]);
    begun[0]?.refuse('not_owner');
    await settled();
    outgoing.discard('id-1');
    outgoing.retry('id-1');
    expect(shown()).toEqual([]);
    expect(begun).toHaveLength(1);
  });
});
