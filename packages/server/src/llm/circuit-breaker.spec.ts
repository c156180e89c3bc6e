import { expect, test } from 'vitest';
import { CircuitBreaker, type Permit } from './circuit-breaker.js';

const OPTIONS = { failures: 3, coolDownMs: 1_000, longestMs: 3_000 };

function world() {
  let nowMs = 0;
  const breaker = new CircuitBreaker(OPTIONS, { now: () => new Date(nowMs) });
  const permit = (): Permit => {
    const entry = breaker.enter();
    if (entry.open) throw new Error('open');
    return entry.permit;
  };
  return { breaker, permit, pass: (ms: number) => (nowMs += ms) };
}

test('opens after three failures in a row and names the wait', () => {
  const { breaker, permit, pass } = world();
  for (let i = 0; i < 3; i += 1) permit().failed(null);
  pass(400);
  expect(breaker.enter()).toEqual({ open: true, retryAfterMs: 600 });
});

test('a success between failures starts the count again', () => {
  const { breaker, permit } = world();
  permit().failed(null);
  permit().failed(null);
  permit().succeeded();
  permit().failed(null);
  permit().failed(null);
  expect(breaker.enter().open).toBe(false);
});

test('parallel failures count together', () => {
  const { breaker, permit } = world();
  const permits = [permit(), permit(), permit()];
  for (const each of permits) each.failed(null);
  expect(breaker.enter().open).toBe(true);
});

test('after the cool-down exactly one probe passes, and its success closes the circuit', () => {
  const { breaker, permit, pass } = world();
  for (let i = 0; i < 3; i += 1) permit().failed(null);
  pass(1_000);
  const probe = permit();
  expect(breaker.enter().open).toBe(true);
  probe.succeeded();
  expect(breaker.enter().open).toBe(false);
});

test('every failed probe doubles the wait up to the longest', () => {
  const { breaker, permit, pass } = world();
  for (let i = 0; i < 3; i += 1) permit().failed(null);
  pass(1_000);
  permit().failed(null);
  expect(breaker.enter()).toEqual({ open: true, retryAfterMs: 2_000 });
  pass(2_000);
  permit().failed(null);
  expect(breaker.enter()).toEqual({ open: true, retryAfterMs: 3_000 });
});

test('a probe whose caller went away lets the next call probe', () => {
  const { breaker, permit, pass } = world();
  for (let i = 0; i < 3; i += 1) permit().failed(null);
  pass(1_000);
  permit().released();
  expect(breaker.enter().open).toBe(false);
});

test('a retry-after opens at once, for no longer than the longest wait', () => {
  const { breaker, permit, pass } = world();
  permit().failed(60_000);
  expect(breaker.enter()).toEqual({ open: true, retryAfterMs: 3_000 });
  pass(3_000);
  expect(breaker.enter().open).toBe(false);
});

test('a call begun before the circuit opened cannot close or prolong it', () => {
  const { breaker, permit } = world();
  const early = [permit(), permit()];
  for (let i = 0; i < 3; i += 1) permit().failed(null);
  early[0]?.succeeded();
  early[1]?.failed(3_000);
  expect(breaker.enter()).toEqual({ open: true, retryAfterMs: 1_000 });
});

test('a probe that never reports is replaced after the longest wait', () => {
  const { breaker, permit, pass } = world();
  for (let i = 0; i < 3; i += 1) permit().failed(null);
  pass(1_000);
  permit();
  pass(2_999);
  expect(breaker.enter().open).toBe(true);
  pass(1);
  expect(breaker.enter().open).toBe(false);
});
