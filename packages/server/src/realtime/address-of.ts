import type { IncomingMessage } from 'node:http';
import { addressKey, clientAddress } from '../kernel/client-address.js';

/** Where a request or an upgrade comes from, as limits count. */
export function addressOf({ socket, headers }: IncomingMessage, trustedHops: number): string {
  return addressKey(clientAddress(socket.remoteAddress, headers['x-forwarded-for'], trustedHops));
}
