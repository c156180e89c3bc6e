import {
  type LogBatch,
  type MessageAccepted,
  NAMESPACE,
  NOTICE,
  PROTOCOL_VERSION,
  type Reply,
  type SessionOpened,
  SOCKET_PATH,
  VISITOR_COMMAND,
} from '@baton/shared-types';
import { io, type Socket } from 'socket.io-client';
import type { Destination, Talker } from './talker.ts';
import { unlessGone } from './unless-gone.ts';

/** A visitor over the public protocol, by an unmodified socket.io-client. */
export interface BatonTalker extends Talker {
  readonly token: string;
  readonly head: number;
  readonly socket: Socket;
}

export async function connectToBaton(
  destination: Destination,
  token: string | null,
  localAddress: string,
): Promise<BatonTalker> {
  const socket = openVisitorSocket(destination, token, localAddress);
  const session = await openSession(socket);
  let conversationId = session.conversation?.id ?? '';
  return {
    socket,
    token: session.token,
    head: session.conversation?.head ?? 0,
    get conversationId() {
      return conversationId;
    },
    say: async (clientId, text) => {
      const payload = { clientId, text, kind: 'text' };
      const reply: Reply<MessageAccepted> = await unlessGone(socket, VISITOR_COMMAND.sendMessage, payload);
      if (!reply.ok) throw new Error(`refused: ${reply.error.code}`);
      conversationId = reply.value.conversationId;
    },
    onDelivered: (listener) =>
      void socket.on(NOTICE.logAppended, ({ events }: LogBatch) => {
        for (const { clientId } of events) if (clientId !== null) listener(clientId);
      }),
    close: () => void socket.disconnect(),
  };
}

export function openVisitorSocket(
  { url, origin, siteKey }: Destination,
  token: string | null,
  localAddress: string,
): Socket {
  return io(`${url}${NAMESPACE.visitor}`, {
    path: SOCKET_PATH,
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    auth: { protocol: PROTOCOL_VERSION, siteKey, token },
    extraHeaders: { origin },
    localAddress,
  } as Parameters<typeof io>[1]);
}

/** Waits for the connection and opens the visitor's session. */
export async function openSession(socket: Socket): Promise<SessionOpened> {
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
  const payload = {
    page: { url: 'https://bench.example/', title: 'Bench', referrer: '' },
    locale: 'en',
    timeZone: 'UTC',
  };
  const opened: Reply<SessionOpened> = await socket.emitWithAck(VISITOR_COMMAND.openSession, payload);
  if (!opened.ok) throw new Error(`session refused: ${opened.error.code}`);
  return opened.value;
}
