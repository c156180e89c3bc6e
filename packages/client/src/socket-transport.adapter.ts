import { SOCKET_PATH, type WireError } from '@baton/shared-types';
import { io, type Socket } from 'socket.io-client';
import type { ConnectTransport } from './transport.js';

/**
 * socket.io over WebSocket only. Every attempt gets a new socket, so that nothing of the last one is sent again.
 * `headers` are for Node, where nobody else sets `Origin`; browsers ignore them.
 */
export function socketTransport(
  serverUrl: string,
  namespace: string,
  headers: Readonly<Record<string, string>> = {},
): ConnectTransport {
  return (events) => {
    let socket: Socket | null = null;

    function close(): void {
      const closing = socket;
      socket = null;
      closing?.disconnect();
    }

    return {
      open(handshake) {
        close();
        const opening = io(new URL(namespace, serverUrl).href, {
          path: SOCKET_PATH,
          transports: ['websocket'],
          autoConnect: false,
          forceNew: true,
          reconnection: false,
          auth: { ...handshake },
          extraHeaders: headers,
        });
        socket = opening;
        const whileCurrent = (run: () => void) => {
          if (socket === opening) run();
        };
        opening.on('connect', () => whileCurrent(() => events.opened()));
        opening.on('connect_error', (error) =>
          whileCurrent(() => {
            close();
            events.failed(refusalOf(error));
          }),
        );
        opening.on('disconnect', () =>
          whileCurrent(() => {
            close();
            events.lost();
          }),
        );
        opening.onAny((name, payload) => whileCurrent(() => events.notice({ name, payload })));
        opening.connect();
      },
      request(name, payload, answer) {
        const asked = socket;
        asked?.emit(name, payload, (reply: Parameters<typeof answer>[0]) => {
          if (socket === asked) answer(reply);
        });
      },
      close,
    };
  };
}

/** socket.io puts the server's words into `data`; a network failure has none. */
function refusalOf(error: Error & { readonly data?: Partial<WireError> | undefined }): WireError | null {
  const { code, message = error.message, details } = error.data ?? {};
  if (code === undefined) return null;
  return details === undefined ? { code, message } : { code, message, details };
}
