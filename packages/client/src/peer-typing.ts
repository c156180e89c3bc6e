import type { Notices } from '@baton/shared-types';
import { type ReadonlySignal, signal } from '@preact/signals-core';
import type { ClientEnvironment, PeerTyping } from './contract.js';

/** A peer who stops without saying so (closed lid, lost connection) is taken to have stopped after this. */
const FORGET_AFTER_MS = 6_000;

export interface PeerTypingState {
  readonly peerTyping: ReadonlySignal<PeerTyping | null>;
  changed(notice: Notices['typing.changed']): void;
  clear(): void;
}

export function createPeerTyping(environment: ClientEnvironment): PeerTypingState {
  const peerTyping = signal<PeerTyping | null>(null);
  let cancel = (): void => undefined;

  function clear(): void {
    cancel();
    peerTyping.value = null;
  }

  return {
    peerTyping,
    changed({ who, name, on }) {
      if (!on) {
        if (peerTyping.peek()?.who === who) clear();
        return;
      }
      cancel();
      cancel = environment.setTimer(clear, FORGET_AFTER_MS);
      peerTyping.value = { who, name };
    },
    clear,
  };
}
