import type { Reply, WireError } from '@baton/shared-types';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ConnectTransport, Notice, Transport } from './transport.js';

/** A server for one transport, as the suite needs it. */
export interface TransportStage {
  readonly connect: ConnectTransport;
  readonly handshakes: unknown[];
  readonly commands: { readonly name: string; readonly payload: unknown }[];
  /** The next handshakes are refused with this error; null: taken again. */
  refuse(error: WireError | null): void;
  /** From now on commands get no answer. */
  mute(): void;
  notify(notice: Notice): void;
  dropAll(): void;
  connections(): number;
  /** The server goes away; nothing can be reached any more. */
  vanish(): Promise<void>;
}

const HANDSHAKE = { protocol: 1, siteKey: 'key', token: 'secret' };
const REFUSAL: WireError = { code: 'site_refused', message: 'No.', details: ['origin'] };

/** What every transport does, real or not. */
export function transportContract(name: string, raise: () => Promise<TransportStage>): void {
  describe(`transport contract: ${name}`, () => {
    let stage: TransportStage;
    let transport: Transport;
    let told: unknown[];

    beforeEach(async () => {
      stage = await raise();
      told = [];
      transport = stage.connect({
        opened: () => told.push('opened'),
        failed: (error) => told.push(['failed', error]),
        lost: () => told.push('lost'),
        notice: (notice) => told.push(notice),
      });
    });

    afterEach(async () => {
      transport.close();
      await stage.vanish();
    });

    async function open(): Promise<void> {
      transport.open(HANDSHAKE);
      await vi.waitFor(() => expect(told).toEqual(['opened']));
      told.length = 0;
    }

    function ask(name: string, payload: unknown): Promise<Reply<unknown>> {
      return new Promise((resolve) => transport.request<unknown>(name, payload, resolve));
    }

    test('presents the handshake and reports that it was taken', async () => {
      await open();
      expect(stage.handshakes).toEqual([HANDSHAKE]);
      await vi.waitFor(() => expect(stage.connections()).toBe(1));
    });

    test('a refused handshake carries the error of the server', async () => {
      stage.refuse(REFUSAL);
      transport.open(HANDSHAKE);
      await vi.waitFor(() => expect(told).toEqual([['failed', REFUSAL]]));
    });

    test('a server that is not there is a failure without an error', async () => {
      await stage.vanish();
      transport.open(HANDSHAKE);
      await vi.waitFor(() => expect(told).toEqual([['failed', null]]));
    });

    test('a command reaches the server and its answer comes back', async () => {
      await open();
      expect(await ask('log.read', { after: 3 })).toEqual({ ok: true, value: { echo: { after: 3 } } });
      expect(stage.commands).toEqual([{ name: 'log.read', payload: { after: 3 } }]);
    });

    test('notices arrive in order', async () => {
      await open();
      const heads = [1, 2, 3, 4, 5].map(
        (head): Notice => ({ name: 'log.head', payload: { conversationId: 'cnv_1' as never, head } }),
      );
      for (const notice of heads) stage.notify(notice);
      await vi.waitFor(() => expect(told).toEqual(heads));
    });

    test('a broken connection is reported once; what was asked gets no answer', async () => {
      await open();
      stage.mute();
      const answered = vi.fn();
      transport.request('message.send', {}, answered);
      await vi.waitFor(() => expect(stage.commands).toHaveLength(1));
      stage.dropAll();
      await vi.waitFor(() => expect(told).toEqual(['lost']));
      await quiet();
      expect(told).toEqual(['lost']);
      expect(answered).not.toHaveBeenCalled();
    });

    test('a connection can be opened again after it broke, and nothing of the old one is sent', async () => {
      await open();
      stage.mute();
      transport.request('message.send', {}, () => undefined);
      await vi.waitFor(() => expect(stage.commands).toHaveLength(1));
      stage.dropAll();
      await vi.waitFor(() => expect(told).toEqual(['lost']));
      told.length = 0;
      await open();
      await quiet();
      expect(stage.commands).toHaveLength(1);
      expect(stage.handshakes).toHaveLength(2);
    });

    test('after close it reports nothing, and the server sees it leave', async () => {
      await open();
      transport.close();
      await vi.waitFor(() => expect(stage.connections()).toBe(0));
      await quiet();
      expect(told).toEqual([]);
    });

    test('closed while it opens: reports nothing', async () => {
      transport.open(HANDSHAKE);
      transport.close();
      await quiet();
      expect(told).toEqual([]);
      expect(stage.connections()).toBe(0);
    });
  });
}

function quiet(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 40));
}
