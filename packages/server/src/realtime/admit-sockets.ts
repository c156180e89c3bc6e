import type { Namespace } from 'socket.io';
import { BatonError, OperationalError, toWireError } from '../kernel/errors.js';
import type { Logger, Metrics } from '../observability/index.js';
import type { GuardedSocket } from './guarded-socket.js';
import type { UnderWay } from './under-way.service.js';

/** Puts the handshake check of a namespace in front of every connection; a refusal reaches the client as a wire error. */
export function admitSockets<S extends GuardedSocket>(
  namespace: Namespace,
  logger: Logger,
  metrics: Metrics,
  underWay: UnderWay,
  admit: (socket: S) => Promise<void>,
): void {
  namespace.use((socket, next) => {
    // A node that stops takes nobody in: the client goes to another one.
    const admitted = underWay.isClosed
      ? Promise.reject(new OperationalError('unavailable'))
      : admit(socket as unknown as S);
    admitted.then(
      () => next(),
      (thrown: unknown) => {
        const wire = toWireError(thrown);
        metrics.refusals.inc({ code: wire.code });
        if (!(thrown instanceof BatonError)) logger.error({ error: thrown }, 'handshake failed');
        next(Object.assign(new Error(wire.code), { data: wire }));
      },
    );
  });
  namespace.on('connection', (socket) => {
    metrics.sockets.inc({ namespace: namespace.name });
    socket.on('disconnect', () => metrics.sockets.dec({ namespace: namespace.name }));
    // A frame that the parser refuses surfaces here; without a listener it would end the process.
    socket.on('error', () => metrics.refusals.inc({ code: 'invalid_input' }));
  });
}
