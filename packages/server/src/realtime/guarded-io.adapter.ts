import { LIMITS, SOCKET_PATH } from '@baton/shared-types';
import type { INestApplicationContext } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import type { ServerOptions } from 'socket.io';
import type { Sites } from '../identity/index.js';
import { guardedParser } from './guarded-parser.js';

/** socket.io with everything off that we do not use and a limit on everything that a stranger can make large. */
export class GuardedIoAdapter extends IoAdapter {
  constructor(
    app: INestApplicationContext,
    private readonly sites: Sites,
  ) {
    super(app);
  }

  override createIOServer(port: number, options?: Partial<ServerOptions>) {
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
      pingInterval: 8_000,
      pingTimeout: 4_000,
      serveClient: false,
      cookie: false,
      // CORS does not guard WebSockets: the upgrade itself is refused on a foreign origin.
      allowRequest: (request, decide) => {
        this.sites
          .isKnownOrigin(request.headers.origin)
          .then((known) => decide(null, known))
          .catch(() => decide('unavailable', false));
      },
    };
    return super.createIOServer(port, guarded as ServerOptions);
  }
}
