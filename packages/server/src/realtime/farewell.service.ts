import { setTimeout as sleep } from 'node:timers/promises';
import { ERRORS, NAMESPACE, NOTICE } from '@baton/shared-types';
import { type BeforeApplicationShutdown, Inject, Injectable } from '@nestjs/common';
import { FanOut } from './fan-out.service.js';
import { UnderWay } from './under-way.service.js';

/** How long commands that are being done may take before clients are told to go. */
const FINISH_MS = 2_000;
/** How long the farewell may take to reach them. */
const LEAVE_MS = 300;

/** A node that stops: what is under way is answered, what is new is refused, and everybody is told to go to another. */
@Injectable()
export class Farewell implements BeforeApplicationShutdown {
  constructor(
    @Inject(FanOut) private readonly fanOut: FanOut,
    @Inject(UnderWay) private readonly underWay: UnderWay,
  ) {}

  async beforeApplicationShutdown(): Promise<void> {
    await this.underWay.close(FINISH_MS);
    const error = { code: 'unavailable', message: ERRORS.unavailable.message } as const;
    const namespaces = Object.values(NAMESPACE).flatMap((name) => this.fanOut.namespace(name) ?? []);
    for (const namespace of namespaces) namespace.emit(NOTICE.sessionEnded, { error, retry: true });
    if (namespaces.some(({ sockets }) => sockets.size > 0)) await sleep(LEAVE_MS);
    for (const namespace of namespaces) namespace.disconnectSockets(true);
  }
}
