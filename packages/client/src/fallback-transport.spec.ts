import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fallbackTransport } from './fallback-transport.js';
import type { ConnectTransport, Transport, TransportEvents } from './transport.js';

/** A way to the server that a test opens, closes and blocks; `blocked: 'silent'` never answers. */
function way() {
  const state = { blocked: false as boolean | 'silent', opens: 0, links: new Set<TransportEvents>() };
  const connect: ConnectTransport = (events) => {
    let attempt = 0;
    return {
      open() {
        state.opens += 1;
        attempt += 1;
        const mine = attempt;
        queueMicrotask(() => {
          if (mine !== attempt || state.blocked === 'silent') return;
          if (state.blocked) return events.failed(null);
          state.links.add(events);
          events.opened();
        });
      },
      request: vi.fn(),
      close() {
        attempt += 1;
        state.links.delete(events);
      },
    } satisfies Transport;
  };
  return { state, connect };
}

let socket: ReturnType<typeof way>;
let http: ReturnType<typeof way>;
let told: string[];
let transport: Transport;
const flag = {
  blocked: false,
  get: () => flag.blocked,
  set: (blocked: boolean): void => {
    flag.blocked = blocked;
  },
};
const handshake = { protocol: 1, siteKey: 'key', token: null };
const settle = () => vi.advanceTimersByTimeAsync(1);

beforeEach(() => {
  vi.useFakeTimers();
  [socket, http] = [way(), way()];
  told = [];
  flag.blocked = false;
  transport = fallbackTransport(
    socket.connect,
    http.connect,
    flag,
  )({
    opened: () => told.push('opened'),
    failed: (error) => told.push(error ? error.code : 'failed'),
    lost: () => told.push('lost'),
    notice: () => undefined,
  });
});
afterEach(() => {
  transport.close();
  vi.useRealTimers();
});

async function open(): Promise<void> {
  transport.open(handshake);
  await settle();
}

test('where the first works the second is never tried', async () => {
  await open();
  expect(told).toEqual(['opened']);
  await vi.advanceTimersByTimeAsync(60_000);
  expect([socket.state.opens, http.state.opens]).toEqual([1, 0]);
});

test('blocked twice: the second opens, in the same attempt', async () => {
  socket.state.blocked = true;
  await open();
  await open();
  expect(told).toEqual(['failed', 'opened']);
  expect(flag.blocked).toBe(true);
});

test('a first that says nothing is given up after a few seconds', async () => {
  socket.state.blocked = 'silent';
  transport.open(handshake);
  await vi.advanceTimersByTimeAsync(4_100);
  expect(told).toEqual(['opened']);
});

test('a server that was away is met by the first again', async () => {
  socket.state.blocked = http.state.blocked = true;
  for (let attempt = 0; attempt < 5; attempt += 1) await open();
  expect(told).toEqual(Array(5).fill('failed'));
  socket.state.blocked = http.state.blocked = false;
  await open();
  expect(told.at(-1)).toBe('opened');
  expect([socket.state.links.size, http.state.links.size]).toEqual([1, 0]);
});

test('what is blocked is remembered, and not tried again before each connection', async () => {
  flag.blocked = true;
  await open();
  expect([socket.state.opens, http.state.opens]).toEqual([0, 1]);
});

test('looks now and then whether the first works, and then goes back to it', async () => {
  flag.blocked = socket.state.blocked = true;
  await open();
  await vi.advanceTimersByTimeAsync(16_000);
  expect(told).toEqual(['opened']);
  socket.state.blocked = false;
  await vi.advanceTimersByTimeAsync(31_000);
  expect(told).toEqual(['opened', 'lost']);
  await open();
  expect([socket.state.links.size, http.state.links.size]).toEqual([1, 0]);
  expect(flag.blocked).toBe(false);
});

test('a refusal of the server is no blockade', async () => {
  const refusing: ConnectTransport = (events) => ({
    open: () => events.failed({ code: 'site_refused', message: 'No.' }),
    request: vi.fn(),
    close: vi.fn(),
  });
  const failed = vi.fn();
  const direct = fallbackTransport(
    refusing,
    http.connect,
  )({ opened: vi.fn(), failed, lost: vi.fn(), notice: vi.fn() });
  for (let attempt = 0; attempt < 3; attempt += 1) direct.open(handshake);
  expect(failed).toHaveBeenCalledTimes(3);
  expect(http.state.opens).toBe(0);
  direct.close();
});

test('closed, it looks for nothing any more', async () => {
  flag.blocked = true;
  await open();
  transport.close();
  await vi.advanceTimersByTimeAsync(600_000);
  expect(socket.state.opens).toBe(0);
});
