import { isIP } from 'node:net';
import { isPublicAddress } from './is-public-address.js';

/**
 * Hosts that may be private: those that the operator names, and the host of an address that the operator configured
 * when it can only be private (a private literal, `localhost`, a name without a dot).
 */
export function trustedHosts(named: readonly string[], configured: readonly string[]): ReadonlySet<string> {
  const obvious = configured.flatMap((address) => {
    if (!URL.canParse(address)) return [];
    const host = hostOf(new URL(address));
    const isPrivate = isIP(host) === 0 ? !host.includes('.') : !isPublicAddress(host);
    return isPrivate ? [host] : [];
  });
  return new Set([...named.map((host) => host.toLowerCase()), ...obvious]);
}

/** The host as it is compared: lower case, without brackets. */
export function hostOf(url: URL): string {
  return url.hostname.toLowerCase().replace(/^\[|\]$/g, '');
}
