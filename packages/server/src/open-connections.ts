import type { Server } from 'node:http';
import type { Duplex } from 'node:stream';

/**
 * Every connection of an HTTP server, also those that have become a WebSocket or have not asked for anything yet. A
 * server that closes waits for all of them, and stops looking for those that are too slow.
 */
export class OpenConnections {
  private readonly sockets = new Set<Duplex>();

  constructor(server: Server) {
    server.on('connection', (socket: Duplex) => {
      this.sockets.add(socket);
      socket.once('close', () => this.sockets.delete(socket));
    });
  }

  /** Ends what is still open. */
  cut(): void {
    for (const socket of this.sockets) socket.destroy();
  }
}
