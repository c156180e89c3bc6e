import { describe, expect, it, vi } from 'vitest';
import type { BatonApi } from './baton-api.js';
import { createEmitter } from './emitter.js';
import { makeCall } from './make-call.js';

function recordingApi() {
  const calls: string[] = [];
  const emitter = createEmitter();
  const unknown: unknown[] = [];
  const record =
    (name: string) =>
    (...details: readonly unknown[]) =>
      void calls.push([name, ...details.map((detail) => JSON.stringify(detail))].join(' '));
  const api: BatonApi = {
    init: () => api,
    open: record('open'),
    close: record('close'),
    toggle: record('toggle'),
    showLauncher: record('showLauncher'),
    hideLauncher: record('hideLauncher'),
    identify: record('identify'),
    logout: record('logout'),
    setContext: record('setContext'),
    setLocale: record('setLocale'),
    setTheme: record('setTheme'),
    destroy: record('destroy'),
    on: emitter.on,
    off: emitter.off,
    push: (...queued) => {
      for (const call of queued) makeCall(api, call, unknown);
    },
  };
  return { api, calls, emitter, unknown };
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

  it('take details with them', () => {
    const { api, calls } = recordingApi();
    api.push(['open', { message: 'hi' }], ['setLocale', 'fr']);
    expect(calls).toEqual(['open {"message":"hi"}', 'setLocale "fr"']);
  });

  it('pass over names that are not ours, inherited ones too, and list them', () => {
    const { api, calls, unknown } = recordingApi();
    const foreign: unknown[][] = [['boot', {}], ['toString'], ['constructor'], []];
    for (const call of foreign) Reflect.apply(makeCall, null, [api, call, unknown]);
    api.push(['open']);
    expect(calls).toEqual(['open']);
    expect(unknown).toEqual(['boot', 'toString', 'constructor', undefined]);
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

  it('stops for the listener that is named, and for no other of the same event', () => {
    const emitter = createEmitter();
    const counts: string[] = [];
    const first = (count: number) => counts.push(`first ${count}`);
    emitter.on('unread', first);
    emitter.on('unread', (count) => counts.push(`second ${count}`));
    emitter.off('unread', first);
    emitter.emit('unread', 1);
    expect(counts).toEqual(['second 1']);
  });

  it('a listener that fails is reported and keeps nobody else from hearing', () => {
    const report = vi.fn();
    vi.stubGlobal('reportError', report);
    const emitter = createEmitter();
    const counts: number[] = [];
    emitter.on('unread', () => {
      throw new Error("the page's mistake");
    });
    emitter.on('unread', (count) => counts.push(count));
    emitter.emit('unread', 1);
    vi.unstubAllGlobals();
    expect(counts).toEqual([1]);
    expect(report).toHaveBeenCalledTimes(1);
  });
});
