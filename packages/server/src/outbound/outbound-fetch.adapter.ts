import { lookup as resolve } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { Agent, buildConnector, fetch as undiciFetch } from 'undici';
import { isPublicAddress } from './is-public-address.js';
import { hostOf } from './trusted-hosts.js';

export interface OutboundOptions {
  /** Hosts that may be private, in lower case. */
  readonly trusted: ReadonlySet<string>;
  /** How names are resolved; the system's way unless a test knows better. */
  readonly lookup?: LookupFunction;
}

/** The request would have left the public internet, or is not one that we make. */
export class OutboundRefused extends Error {
  constructor(readonly because: 'scheme' | 'credentials' | 'private_address') {
    super(`outbound request refused: ${because}`);
    this.name = 'OutboundRefused';
  }
}

/** What is sent; the rest of `fetch` is not needed by anybody. */
export interface OutboundRequest {
  readonly method?: string | undefined;
  readonly headers?: Record<string, string> | undefined;
  readonly body?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

export type OutboundFetch = (url: string, request?: OutboundRequest) => Promise<Response>;

const CONNECT_TIMEOUT_MS = 10_000;

/** A `fetch` that connects to public addresses and trusted hosts only, and follows no redirect. */
export function createOutboundFetch({ trusted, lookup = systemLookup }: OutboundOptions): OutboundFetch {
  const connect = (isTrusted: boolean): buildConnector.connector => {
    const open = buildConnector({
      timeout: CONNECT_TIMEOUT_MS,
      ...(isTrusted ? { lookup } : { lookup: publicOnly(lookup) }),
    } as buildConnector.BuildOptions);
    return (options, callback) =>
      open(options, (error, socket) => {
        if (error !== null) return callback(error, null);
        if (isTrusted || isPublicAddress(socket.remoteAddress ?? '')) return callback(null, socket);
        socket.destroy();
        return callback(new OutboundRefused('private_address'), null);
      });
  };
  const agents = {
    trusted: new Agent({ connect: connect(true) }),
    public: new Agent({ connect: connect(false) }),
  };
  return async (address, request = {}) => {
    const url = new URL(address);
    if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new OutboundRefused('scheme');
    if (url.username !== '' || url.password !== '') throw new OutboundRefused('credentials');
    const host = hostOf(url);
    const isTrusted = trusted.has(host);
    // A literal is connected without a lookup.
    if (!isTrusted && isIP(host) !== 0 && !isPublicAddress(host))
      throw new OutboundRefused('private_address');
    const response = await undiciFetch(url, {
      method: request.method ?? 'GET',
      headers: request.headers ?? {},
      body: request.body ?? null,
      signal: request.signal ?? null,
      redirect: 'manual',
      dispatcher: isTrusted ? agents.trusted : agents.public,
    });
    return new Response(response.body as ReadableStream<Uint8Array> | null, {
      status: response.status,
      statusText: response.statusText,
      headers: [...response.headers],
    });
  };
}

const systemLookup: LookupFunction = (hostname, options, callback) => resolve(hostname, options, callback);

/** Refuses a name as soon as one of its addresses is private: which of them is taken is not ours to choose. */
function publicOnly(lookup: LookupFunction): LookupFunction {
  return (hostname, options, callback) =>
    lookup(hostname, { ...options, all: true }, (error, found) => {
      if (error !== null) return callback(error, '', 0);
      const addresses = typeof found === 'string' ? [{ address: found, family: isIP(found) }] : found;
      const [first] = addresses;
      if (first === undefined || !addresses.every(({ address }) => isPublicAddress(address))) {
        return callback(new OutboundRefused('private_address'), '', 0);
      }
      return options.all === true ? callback(null, addresses) : callback(null, first.address, first.family);
    });
}
