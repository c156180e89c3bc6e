import type { ConnectionState } from '@baton/client';
import { effect, type ReadonlySignal } from '@preact/signals';

export interface Embedding {
  readonly server: string;
  readonly site: string;
  /** Of the host page. */
  readonly origin: string;
}

/** Attempts that fail before the developer is told: one may be bad luck. */
const TELL_AT = 2;

/**
 * Tells the developer, once, what to look at when no connection comes about. A browser does not let a page see why
 * a handshake failed, so both usual reasons are named. Silent as soon as a connection has stood.
 */
export function explainConnection(
  connection: ReadonlySignal<ConnectionState>,
  { server, site, origin }: Embedding,
  tell: (words: string) => void,
): () => void {
  let done = false;
  return effect(() => {
    const state = connection.value;
    if (state.kind === 'online') done = true;
    const fails = state.kind === 'stopped' || (state.kind === 'waiting' && state.attempt >= TELL_AT);
    if (done || !fails) return;
    done = true;
    tell(
      `Baton: ${new URL(server).origin} accepts no chat from this page. Is the server running, is ${origin} among the allowed origins of the site (console, Sites), and is data-site="${site}" its key?`,
    );
  });
}
