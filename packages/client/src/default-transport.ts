import { NAMESPACE } from '@baton/shared-types';
import { fallbackTransport } from './fallback-transport.js';
import { httpTransport } from './http-transport.adapter.js';
import { socketTransport } from './socket-transport.adapter.js';
import type { ConnectTransport } from './transport.js';

/** How a visitor's client reaches the server when nobody says otherwise. */
export function defaultTransport(serverUrl: string): ConnectTransport {
  return fallbackTransport(socketTransport(serverUrl, NAMESPACE.visitor), httpTransport(serverUrl));
}
