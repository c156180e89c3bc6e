import type { ConversationId, MessageId, VisitorId, WorkspaceId } from '@baton/shared-types';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { NodeBus, NodeMessage } from './node-bus.port.js';

/** Two nodes on one bus, as the suite needs them. */
export interface BusStage {
  readonly here: NodeBus;
  readonly there: NodeBus;
  /** Breaks the connections of both; they come back by themselves. Null where there is nothing to break. */
  readonly cut: (() => Promise<void>) | null;
  end(): Promise<void>;
}

const conversationId = 'cnv_1' as ConversationId;
const PATIENCE = { timeout: 15_000, interval: 20 };

const hint = (n: number): NodeMessage => ({
  kind: 'committed',
  workspaceId: 'wsp_1' as WorkspaceId,
  conversationId: `cnv_${n}` as ConversationId,
  visitorId: 'vis_1' as VisitorId,
  from: n,
  to: n + 1,
  begun: n === 0,
});

/** What every bus between nodes does. */
export function nodeBusContract(name: string, raise: () => Promise<BusStage>): void {
  describe(`bus between nodes: ${name}`, () => {
    let stage: BusStage;
    let heardHere: NodeMessage[];
    let heardThere: NodeMessage[];

    beforeEach(async () => {
      stage = await raise();
      heardHere = [];
      heardThere = [];
      stage.here.subscribe((message) => heardHere.push(message));
      stage.there.subscribe((message) => heardThere.push(message));
      await Promise.all([stage.here.start(), stage.there.start()]);
      await vi.waitFor(() =>
        expect([stage.here.isConnected(), stage.there.isConnected()]).toEqual([true, true]),
      );
    });
    afterEach(() => stage.end());

    test('the other node hears everything in order, and nobody hears themselves', async () => {
      const told = Array.from({ length: 300 }, (_, n) => hint(n));
      for (const message of told) stage.here.publish(message);
      stage.there.publish({ kind: 'signed_out', sessionHash: 'abc' });
      await vi.waitFor(() => expect(heardThere).toHaveLength(300), PATIENCE);
      expect(heardThere).toEqual(told);
      await vi.waitFor(
        () => expect(heardHere).toEqual([{ kind: 'signed_out', sessionHash: 'abc' }]),
        PATIENCE,
      );
    });

    test('a long piece of a stream arrives whole', async () => {
      const text = 'ü'.repeat(9_000);
      const payload = { messageId: 'msg_1' as MessageId, offset: 0, text };
      stage.here.publish({
        kind: 'notice',
        conversationId,
        readers: ['visitor', 'agent'],
        notice: { name: 'stream.delta', payload },
      });
      const heard = () =>
        heardThere
          .map((message) =>
            message.kind === 'notice' && message.notice.name === 'stream.delta'
              ? message.notice.payload.text
              : '',
          )
          .join('');
      await vi.waitFor(() => expect(heard()).toBe(text), PATIENCE);
    });

    test('what is told just before stopping still arrives', async () => {
      stage.here.publish(hint(7));
      await stage.here.stop();
      await vi.waitFor(() => expect(heardThere).toEqual([hint(7)]), PATIENCE);
    });

    test('F11: after its connection broke a node says that it may have missed something, and hears again', async () => {
      if (!stage.cut) return;
      const gaps = vi.fn();
      stage.there.onGap(gaps);
      await stage.cut();
      await vi.waitFor(() => expect(gaps).toHaveBeenCalled(), PATIENCE);
      await vi.waitFor(() => {
        stage.here.publish(hint(1));
        expect(heardThere).toContainEqual(hint(1));
      }, PATIENCE);
    });
  });
}
