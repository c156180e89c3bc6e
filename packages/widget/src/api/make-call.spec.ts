import { describe, expect, it } from 'vitest';
import type { BatonApi } from './baton-api.js';
import { createEmitter } from './emitter.js';
import { makeCall } from './make-call.js';

function recordingApi() {
  const calls: string[] = [];
  const emitter = createEmitter();
  const api: BatonApi = {
    open: () => void calls.push('open'),
    close: () => void calls.push('close'),
    toggle: () => void calls.push('toggle'),
    destroy: () => void calls.push('destroy'),
    on: emitter.on,
    push: (...queued) => {
      for (const call of queued) makeCall(api, call);
    },
  };
  return { api, calls, emitter };
}

describe('queued calls', () => {
  it('are made in their order', () => {
    const { api, calls } = recordingApi();
    api.push(['open'], ['toggle'], ['close']);
    expect(calls).toEqual(['open', 'toggle', 'close']);
  });

  it('can listen', () => {
    const { api, emitter } = recordingApi();
    const counts: number[] = [];
    api.push(['on', 'unread', (count: number) => counts.push(count)]);
    emitter.emit('unread', 3);
    expect(counts).toEqual([3]);
  });

  it('pass over names that are not ours, inherited ones too', () => {
    const { api, calls } = recordingApi();
    const foreign: unknown[][] = [['boot', {}], ['toString'], ['constructor'], []];
    for (const call of foreign) Reflect.apply(makeCall, null, [api, call]);
    api.push(['open']);
    expect(calls).toEqual(['open']);
  });
});

describe('createEmitter', () => {
  it('stops when the listener is removed', () => {
    const emitter = createEmitter();
    const counts: number[] = [];
    const stop = emitter.on('unread', (count) => counts.push(count));
    emitter.emit('unread', 1);
    stop();
    emitter.emit('unread', 2);
    expect(counts).toEqual([1]);
  });
});
