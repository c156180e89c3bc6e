import type { ConnectTransport, TransportEvents } from '@baton/client';
import { SOCKET_PATH, type WireError } from '@baton/shared-types';
import type { EarlySocket } from './early-socket.js';

/** How long a connection may take to come about; the same as the server library's own client. */
const OPENING_MS = 20_000;

/** Packet types of Engine.IO 4 and, behind its `4`, of Socket.IO 5. */
const PACKET = {
  hello: '0',
  close: '1',
  ping: '2',
  pong: '3',
  joined: '40',
  left: '41',
  event: '42',
  answer: '43',
  refused: '44',
} as const;

/** A Socket.IO message: type, namespace, id of the request that it answers, JSON. */
const MESSAGE = /^(4\d)(?:\/[^,]*,)?(\d*)(.*)$/s;

/** What the server says first. Times in milliseconds. */
interface Hello {
  readonly pingInterval: number;
  readonly pingTimeout: number;
}

/**
 * The part of the Socket.IO protocol that the widget needs: WebSocket only, one namespace, JSON, acknowledgements,
 * no reconnecting (the client does that). `takeEarly` hands over a connection that was begun before this code came. A tenth of the library's weight, which pages feel.
 */
export function webSocketTransport(
  serverUrl: string,
  namespace: string,
  takeEarly: () => EarlySocket | null = () => null,
): ConnectTransport {
  const address = new URL(`${SOCKET_PATH}/?EIO=4&transport=websocket`, serverUrl);
  address.protocol = address.protocol.replace('http', 'ws');
  return (events) => {
    let current: Socket | null = null;
    return {
      open(handshake) {
        current?.close();
        const early = takeEarly();
        const isUsable = early && early.socket.readyState <= WebSocket.OPEN;
        const { socket, frames } = isUsable ? early : { socket: new WebSocket(address), frames: [] };
        current = useSocket({ socket, frames, namespace, handshake, events });
      },
      request: (name, payload, answer) => current?.request(name, payload, answer),
      close() {
        current?.close();
        current = null;
      },
    };
  };
}

interface Socket {
  request(name: string, payload: unknown, answer: (reply: never) => void): void;
  close(): void;
}

interface SocketOptions {
  readonly socket: WebSocket;
  /** What it has said already. */
  readonly frames: readonly string[];
  readonly namespace: string;
  readonly handshake: unknown;
  readonly events: TransportEvents;
}

function useSocket({ socket, frames, namespace, handshake, events }: SocketOptions): Socket {
  const answers = new Map<string, (reply: never) => void>();
  let asked = 0;
  let joined = false;
  let silence = OPENING_MS;
  let watchdog = setTimeout(end, silence);

  socket.onmessage = ({ data }) => {
    clearTimeout(watchdog);
    watchdog = setTimeout(end, silence);
    receive(`${data}`);
  };
  socket.onclose = socket.onerror = () => end();
  frames.forEach(receive);

  return {
    request(name, payload, answer) {
      const id = `${asked++}`;
      answers.set(id, answer);
      // Not an array for JSON to write: old libraries on pages teach arrays a `toJSON` of their own.
      send(PACKET.event, `${id}[${JSON.stringify(name)},${JSON.stringify(payload)}]`);
    },
    close() {
      if (joined) send(PACKET.left, '');
      release();
    },
  };

  function receive(packet: string): void {
    if (packet.startsWith(PACKET.hello)) join(JSON.parse(packet.slice(1)));
    else if (packet === PACKET.ping) socket.send(PACKET.pong);
    else if (packet === PACKET.close) end();
    else {
      const [, type, id = '', body = ''] = MESSAGE.exec(packet) ?? [];
      take(type, id, body);
    }
  }

  function join({ pingInterval, pingTimeout }: Hello): void {
    silence = pingInterval + pingTimeout;
    send(PACKET.joined, JSON.stringify(handshake));
  }

  function take(type: string | undefined, id: string, body: string): void {
    if (type === PACKET.joined) {
      joined = true;
      events.opened();
    } else if (type === PACKET.refused) {
      release();
      events.failed(refusalOf(JSON.parse(body)));
    } else if (type === PACKET.left) {
      end();
    } else if (type === PACKET.event) {
      const [name, payload] = JSON.parse(body);
      events.notice({ name, payload });
    } else if (type === PACKET.answer) {
      const answer = answers.get(id);
      const [reply] = JSON.parse(body);
      answers.delete(id);
      answer?.(reply as never);
    }
  }

  function send(type: string, body: string): void {
    if (socket.readyState === WebSocket.OPEN) socket.send(`${type}${namespace},${body}`);
  }

  /** The other side is gone. */
  function end(): void {
    release();
    if (joined) events.lost();
    else events.failed(null);
  }

  function release(): void {
    clearTimeout(watchdog);
    socket.onmessage = socket.onclose = socket.onerror = null;
    answers.clear();
    socket.close();
  }
}

/** The server puts its words into `data`; without a code it is none of its refusals. */
function refusalOf(refusal: {
  readonly message?: string;
  readonly data?: Partial<WireError>;
}): WireError | null {
  const { code, message = refusal.message ?? '', details } = refusal.data ?? {};
  if (code === undefined) return null;
  return details === undefined ? { code, message } : { code, message, details };
}
