import { SOCKET_PATH } from '@baton/shared-types';

/** A WebSocket that was opened before anybody could use it, and what it has heard since. */
export interface EarlySocket {
  readonly socket: WebSocket;
  readonly frames: string[];
}

/** Begins the connection at the click, so that it comes about while the chat loads. Null where that is forbidden. */
export function openEarlySocket(server: string): EarlySocket | null {
  try {
    const socket = new WebSocket(`${server.replace('http', 'ws')}${SOCKET_PATH}/?EIO=4&transport=websocket`);
    const frames: string[] = [];
    socket.onmessage = ({ data }) => frames.push(data);
    return { socket, frames };
  } catch {
    return null;
  }
}
