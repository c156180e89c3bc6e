import type { ClientEnvironment } from '@baton/client';
import type { Bundle, WireError } from '@baton/shared-types';
import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { ConsoleApi } from '../../api/console-api.js';
import { wireErrorOf } from '../../api/describe-error.js';
import type { ConversationModel } from '../conversation/conversation-model.js';

/** Events come in bursts (a message, its slots, its decision); one read serves them all. */
const SETTLE_MS = 250;

export interface BundleModel {
  readonly bundle: ReadonlySignal<Bundle | null>;
  readonly busy: ReadonlySignal<boolean>;
  readonly error: ReadonlySignal<WireError | null>;
  refresh(): void;
  dispose(): void;
}

/** Keeps the bundle as new as the conversation's head; what is shown stays until the newer one is there. */
export function createBundleModel(deps: {
  readonly api: ConsoleApi;
  readonly environment: ClientEnvironment;
  readonly conversation: ConversationModel;
}): BundleModel {
  const { api, environment, conversation } = deps;
  const bundle = signal<Bundle | null>(null);
  const busy = signal(false);
  const error = signal<WireError | null>(null);
  let disposed = false;
  let latest = 0;
  let cancelTimer = () => {};

  async function read() {
    latest += 1;
    const mine = latest;
    busy.value = true;
    try {
      const next = await api.getBundle(conversation.conversationId);
      if (disposed || mine !== latest) return;
      bundle.value = next;
      error.value = null;
    } catch (thrown) {
      if (disposed || mine !== latest) return;
      error.value = wireErrorOf(thrown);
    }
    busy.value = false;
  }

  void read();
  const stop = effect(() => {
    const head = conversation.conversation.cursor.value;
    // The first snapshot arrives about when the first bundle does: what that bundle holds is not read twice.
    if (head === 0) return;
    cancelTimer();
    cancelTimer = environment.setTimer(() => {
      if ((bundle.peek()?.seq ?? 0) < head) void read();
    }, SETTLE_MS);
  });

  return {
    bundle,
    busy,
    error,
    refresh: () => void read(),
    dispose() {
      disposed = true;
      cancelTimer();
      stop();
    },
  };
}
