import { LIMITS, SOCKET_PATH } from '@baton/shared-types';
import type { INestApplicationContext } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import type { MessageMappingProperties } from '@nestjs/websockets';
import type { ServerOptions } from 'socket.io';
import type { ConnectionLimits, Sites } from '../identity/index.js';
import type { Metrics } from '../observability/index.js';
import { addressOf } from './address-of.js';
import { guardConnections } from './guard-connections.js';
import { guardedParser } from './guarded-parser.js';
import type { GuardedSocket } from './guarded-socket.js';

/** socket.io with everything off that we do not use and a limit on everything that a stranger can make large. */
export class GuardedIoAdapter extends IoAdapter {
  constructor(
    app: INestApplicationContext,
    private readonly around: {
      readonly sites: Sites;
      readonly limits: ConnectionLimits;
      readonly metrics: Metrics;
      readonly trustedHops: number;
    },
  ) {
    super(app);
  }

  /**
   * One plain listener an event. Nest's own builds a stream for each event of each connection, ready for answers that
   * come in pieces: most of the heap of a visitor who only looks at the page. Ours give one answer, and whatever goes
   * wrong is that answer: their promises never reject.
   */
  override bindMessageHandlers(
    socket: GuardedSocket,
    handlers: readonly Pick<MessageMappingProperties, 'message' | 'callback'>[],
  ): void {
    for (const { message, callback } of handlers) {
      socket.on(message, (...args: readonly unknown[]) => {
        const last = args.at(-1);
        const acknowledge = typeof last === 'function' ? last : null;
        const [body] = acknowledge === last ? args.slice(0, -1) : args;
        void Promise.resolve(callback(body)).then((answer) => acknowledge?.(answer));
      });
    }
  }

  override createIOServer(port: number, options?: Partial<ServerOptions>) {
    const { sites, limits, metrics, trustedHops } = this.around;
    const guarded: Partial<ServerOptions> = {
      ...options,
      path: SOCKET_PATH,
      parser: guardedParser,
      transports: ['websocket'],
      allowUpgrades: false,
      allowEIO3: false,
      perMessageDeflate: false,
      httpCompression: false,
      maxHttpBufferSize: LIMITS.frameBytes,
      connectTimeout: 5_000,
      // A dead line is noticed on both sides after at most the sum of both: within ten seconds.
      pingInterval: 6_000,
      pingTimeout: 3_500,
      serveClient: false,
      cookie: false,
      // CORS does not guard WebSockets: the upgrade itself is refused on a foreign origin.
      allowRequest: (request, decide) => {
        if (!limits.mayBegin(addressOf(request, trustedHops))) {
          metrics.dropped.inc({ reason: 'too_many_connections' });
          return decide('too many connections', false);
        }
        sites
          .isKnownOrigin(request.headers.origin)
          .then((known) => decide(null, known))
          .catch(() => decide('unavailable', false));
      },
    };
    const server = super.createIOServer(port, guarded as ServerOptions);
    guardConnections(server, metrics, (request) => limits.enter(addressOf(request, trustedHops)));
    return server;
  }
}
