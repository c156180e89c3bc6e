import type { MessageId, Notices } from '@baton/shared-types';
import { type ReadonlySignal, signal } from '@preact/signals-core';
import type { StreamingMessage } from './contract.js';

export interface StreamMerge {
  readonly streaming: ReadonlySignal<StreamingMessage | null>;
  start(messageId: MessageId): void;
  delta(delta: Notices['stream.delta']): void;
  /** Something was missed: shows no more of it; the final message will replace it. */
  interrupt(): void;
  /** Ends the stream of this message, or any. */
  clear(messageId?: MessageId): void;
}

/** Puts deltas together. A delta that does not fit where the text ends is never guessed around. */
export function createStreamMerge(): StreamMerge {
  const streaming = signal<StreamingMessage | null>(null);
  let broken = false;
  return {
    streaming,
    start(messageId) {
      if (streaming.peek()?.messageId === messageId) return;
      broken = false;
      streaming.value = { messageId, text: '' };
    },
    delta({ messageId, offset, text }) {
      const shown = streaming.peek();
      if (broken || shown?.messageId !== messageId) return;
      // What is known already may come again, alone or with what follows it.
      const known = shown.text.slice(offset);
      if (offset <= shown.text.length && text.startsWith(known))
        streaming.value = { messageId, text: shown.text.slice(0, offset) + text };
      else if (!known.startsWith(text)) broken = true;
    },
    interrupt() {
      broken = true;
    },
    clear(messageId) {
      if (messageId === undefined || streaming.peek()?.messageId === messageId) streaming.value = null;
    },
  };
}
