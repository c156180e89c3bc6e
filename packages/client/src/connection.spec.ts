import type { Reply, VisitorCommands, WireError } from '@baton/shared-types';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { wireError } from '../test/server-model.js';
import { SharedStorage, VirtualTime } from '../test/virtual-environment.js';
import { type Connection, createConnection } from './connection.js';
import { type MemoryLink, memoryTransport } from './memory-transport.js';

const HANDSHAKE = { protocol: 1, siteKey: 'key', token: null };

/** A connection over a server whose behaviour a test sets piece by piece. */
function stage(random = () => 0.5) {
  const time = new VirtualTime(random);
  const { environment, wake } = time.tab(new SharedStorage().tab());
  const server = {
    refusal: undefined as WireError | null | undefined,
    link: null as MemoryLink | null,
    answers: true,
    attempts: 0,
    commands: [] as string[],
    greeting: { ok: true, value: null } as Reply<unknown>,
  };
  const online = vi.fn();
  const offline = vi.fn();
  const recover = vi.fn(() => false);
  const connection: Connection<VisitorCommands> = createConnection<VisitorCommands>({
    environment,
    transport: memoryTransport((_handshake, link) => {
      server.attempts += 1;
      if (server.refusal !== undefined) return { refusal: server.refusal };
      server.link = link;
      return {
        session: {
          command: (name, _payload, answer) => {
            server.commands.push(name);
            if (server.answers) answer({ ok: true, value: { seq: 7 } });
          },
          closed: () => undefined,
        },
      };
    }),
    credentials: async () => ({ ok: true, value: HANDSHAKE }),
    greet: async () => server.greeting,
    online,
    offline,
    notice: vi.fn(),
    recover,
  });
  return { time, wake, server, online, offline, recover, connection };
}

describe('connection', () => {
  let s: ReturnType<typeof stage>;
  beforeEach(() => {
    s = stage();
  });

  async function goOnline(): Promise<void> {
    s.connection.start();
    await s.time.pass();
    expect(s.connection.state.value).toEqual({ kind: 'online' });
  }

  test('goes from idle over connecting to online, and starting twice opens one connection', async () => {
    expect(s.connection.state.value).toEqual({ kind: 'idle' });
    s.connection.start();
    s.connection.start();
    expect(s.connection.state.value).toEqual({ kind: 'connecting' });
    await s.time.pass();
    expect(s.connection.state.value).toEqual({ kind: 'online' });
    expect(s.server.attempts).toBe(1);
    expect(s.online).toHaveBeenCalledOnce();
  });

  test('an unreachable server is tried again, ever more rarely', async () => {
    s = stage(() => 0.999_999);
    s.server.refusal = null;
    s.connection.start();
    await s.time.pass(32_000);
    expect(s.server.attempts).toBe(7);
    await s.time.pass(300_000);
    expect(s.server.attempts).toBe(17);
    expect(s.connection.state.value).toMatchObject({ kind: 'waiting', attempt: 17 });
  });

  test('the page waking up ends the wait at once', async () => {
    s.server.refusal = null;
    s.connection.start();
    await s.time.pass(60_000);
    expect(s.connection.state.value.kind).toBe('waiting');
    s.server.refusal = undefined;
    s.wake();
    await s.time.pass();
    expect(s.connection.state.value).toEqual({ kind: 'online' });
  });

  test('waking up while online asks for what was missed', async () => {
    await goOnline();
    s.wake();
    expect(s.online).toHaveBeenCalledTimes(2);
  });

  test('a handshake that is refused for good stops it, also for wake-ups', async () => {
    s.server.refusal = wireError('site_refused');
    s.connection.start();
    await s.time.pass(100_000);
    s.wake();
    s.connection.start();
    await s.time.pass(100_000);
    expect(s.connection.state.value).toEqual({ kind: 'stopped', error: wireError('site_refused') });
    expect(s.server.attempts).toBe(1);
    expect(s.time.waiting()).toBe(0);
  });

  test('a refusal that may pass, or an unknown code with other credentials at hand, is tried again', async () => {
    s.server.refusal = wireError('unavailable');
    s.connection.start();
    await s.time.pass();
    expect(s.connection.state.value.kind).toBe('waiting');
    s.server.refusal = wireError('session_invalid');
    s.recover.mockReturnValueOnce(true);
    await s.time.pass(1_000);
    expect(s.recover).toHaveBeenCalledWith(wireError('session_invalid'));
  });

  test('session.ended: with retry it comes back, without it stops', async () => {
    await goOnline();
    s.server.link?.notify('session.ended', { error: wireError('unavailable'), retry: true });
    await s.time.pass();
    expect(s.connection.state.value.kind).toBe('waiting');
    expect(s.offline).toHaveBeenCalledOnce();
    await s.time.pass(1_000);
    expect(s.connection.state.value.kind).toBe('online');
    s.server.link?.notify('session.ended', { error: wireError('session_invalid'), retry: false });
    await s.time.pass(60_000);
    expect(s.connection.state.value).toEqual({ kind: 'stopped', error: wireError('session_invalid') });
  });

  test('a server that accepts and hangs up at once meets growing waits, not a storm', async () => {
    s = stage(() => 0.999_999);
    s.connection.start();
    for (let round = 0; round < 600; round += 1) {
      await s.time.pass(100);
      if (s.connection.state.value.kind === 'online') s.server.link?.drop();
    }
    expect(s.server.attempts).toBeLessThan(10);
  });

  test('a connection that held starts the back-off from the beginning', async () => {
    await goOnline();
    for (let round = 0; round < 5; round += 1) {
      await s.time.pass(6_000);
      s.server.link?.drop();
      await s.time.pass();
      expect(s.connection.state.value).toMatchObject({ kind: 'waiting', attempt: 1 });
      await s.time.pass(600);
    }
  });

  test('a command without an answer is given up after 10 s, with an unknown outcome', async () => {
    await goOnline();
    s.server.answers = false;
    const answered = vi.fn();
    void s.connection.command('log.read', { after: 0 }).then(answered);
    await s.time.pass(9_999);
    expect(answered).not.toHaveBeenCalled();
    await s.time.pass(1);
    expect(answered).toHaveBeenCalledWith({ ok: false, error: wireError('unavailable') });
  });

  test('a command that a broken connection swallowed is given up at once', async () => {
    await goOnline();
    s.server.answers = false;
    const reply = s.connection.command('log.read', { after: 0 });
    await s.time.pass();
    s.server.link?.drop();
    await s.time.pass();
    await expect(reply).resolves.toEqual({ ok: false, error: wireError('unavailable') });
  });

  test('perform sends once more after reconnecting, and not a third time', async () => {
    await goOnline();
    s.server.answers = false;
    const reply = s.connection.perform('conversation.close', { clientId: 'c1' });
    await s.time.pass();
    s.server.link?.drop();
    await s.time.pass(1_000);
    s.server.link?.drop();
    await s.time.pass(20_000);
    await expect(reply).resolves.toMatchObject({ ok: false });
    expect(s.server.commands).toEqual(['conversation.close', 'conversation.close']);
  });

  test('perform answers at once when there is no connection', async () => {
    await expect(s.connection.perform('conversation.close', { clientId: 'c1' })).resolves.toMatchObject({
      ok: false,
      error: { code: 'unavailable' },
    });
  });

  test('a server that takes the handshake and never greets does not hold us for ever', async () => {
    s.server.greeting = { ok: false, error: wireError('unavailable') };
    s.connection.start();
    await s.time.pass();
    expect(s.connection.state.value.kind).toBe('waiting');
    expect(s.online).not.toHaveBeenCalled();
  });

  test('stopping leaves no timer and no listener', async () => {
    await goOnline();
    s.connection.stop();
    s.wake();
    await s.time.pass(60_000);
    expect(s.connection.state.value).toEqual({ kind: 'idle' });
    expect(s.server.attempts).toBe(1);
    expect(s.time.waiting()).toBe(0);
  });
});
