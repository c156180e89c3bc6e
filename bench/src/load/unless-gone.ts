import type { Socket } from 'socket.io-client';

/** The answer to an event. Rejects when the connection ends first: socket.io alone would wait for ever. */
export function unlessGone<T>(socket: Socket, event: string, payload: unknown): Promise<T> {
  return new Promise((resolve, reject) => {
    const gone = (reason: string) => reject(new Error(`the connection ended before an answer: ${reason}`));
    if (socket.disconnected) return gone('earlier');
    socket.once('disconnect', gone);
    socket.emit(event, payload, (answer: T) => {
      socket.off('disconnect', gone);
      resolve(answer);
    });
  });
}
