import { HTTP_PATH, type Notices, type Reply, type WireError } from '@baton/shared-types';
import type { ConnectTransport, Handshake, Notice, TransportEvents } from './transport.js';

/** A little longer than the server holds a question for news: after that the line is dead. */
const PATIENCE_MS = 9_500;

/**
 * For where WebSocket is blocked: commands are posted, news are asked for again and again, each question answered when
 * there is something to tell. Every request carries the handshake in its body: nothing in an address, nothing kept
 * between two requests, so each may meet another node. For visitors.
 */
export function httpTransport(
  serverUrl: string,
  headers: Readonly<Record<string, string>> = {},
): ConnectTransport {
  return (events) => {
    let current: Line | null = null;
    const close = () => {
      current?.hangUp();
      current = null;
    };
    return {
      open(handshake) {
        close();
        current = openLine({ serverUrl, headers, handshake, events });
      },
      request: (name, payload, answer) =>
        current?.request(name, payload, answer as (reply: Reply<unknown>) => void),
      close,
    };
  };
}

interface Line {
  request(name: string, payload: unknown, answer: (reply: Reply<unknown>) => void): void;
  hangUp(): void;
}

interface LineOptions {
  readonly serverUrl: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly handshake: Handshake;
  readonly events: TransportEvents;
}

function openLine({ serverUrl, headers, handshake, events }: LineOptions): Line {
  const abort = new AbortController();
  let proof = handshake;
  let context: unknown = null;
  let conversationId: string | null = null;
  let after: number | null = null;
  let opened = false;

  void ask(HTTP_PATH.events, { conversationId, after }).then((reply) => {
    if (!reply) return;
    if (!reply.ok) return end(reply.error);
    opened = true;
    events.opened();
  });

  return {
    request(name, payload, answer) {
      const opening = name === 'session.open';
      if (opening) context = payload;
      void ask(HTTP_PATH.command, { context, name, payload }).then((reply) => {
        if (!reply) return;
        if (opening && reply.ok) greeted(reply.value as Greeting);
        answer(reply);
      });
    },
    hangUp: () => abort.abort(),
  };

  function greeted({ token, conversation }: Greeting): void {
    proof = { ...proof, token } as Handshake;
    if (after !== null) return;
    conversationId = conversation?.id ?? null;
    after = conversation?.head ?? 0;
    void listen();
  }

  async function listen(): Promise<void> {
    for (;;) {
      const reply = await ask(HTTP_PATH.events, { conversationId, after });
      if (!reply) return;
      if (!reply.ok) return end(null);
      for (const notice of (reply.value as { readonly notices: readonly Notice[] }).notices) {
        follow(notice);
        events.notice(notice);
        if (abort.signal.aborted) return;
      }
    }
  }

  function follow({ name, payload }: Notice): void {
    if (name !== 'log.appended' && name !== 'log.head') return;
    const at: Notices['log.appended'] | Notices['log.head'] = payload;
    conversationId = at.conversationId;
    after = 'to' in at ? at.to : at.head;
  }

  /** Null: the line was hung up, or it is dead and that has been told. */
  async function ask(path: string, body: object): Promise<Reply<unknown> | null> {
    const deadline = setTimeout(end, PATIENCE_MS, null);
    try {
      const response = await fetch(new URL(path, serverUrl), {
        method: 'POST',
        headers,
        body: JSON.stringify({ handshake: proof, ...body }),
        credentials: 'omit',
        signal: abort.signal,
      });
      const reply: Reply<unknown> = await response.json();
      return abort.signal.aborted ? null : reply;
    } catch {
      end(null);
      return null;
    } finally {
      clearTimeout(deadline);
    }
  }

  function end(error: WireError | null): void {
    if (abort.signal.aborted) return;
    abort.abort();
    if (opened) events.lost();
    else events.failed(error);
  }
}

/** Of the answer to `session.open`, what the next requests need. */
interface Greeting {
  readonly token: string;
  readonly conversation: { readonly id: string; readonly head: number } | null;
}
