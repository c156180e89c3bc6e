import OpenAI from 'openai';
import { createOutboundFetch, trustedHosts } from '../outbound/index.js';
import { cappedFetch } from './capped-fetch.adapter.js';

export interface OpenaiEndpoint {
  readonly apiKey: string;
  /** Up to and including the version, e.g. `https://host/v1`; null for OpenAI's own. */
  readonly baseUrl: string | null;
  readonly model: string;
  /** Hosts that may have a private address, as the operator names them. */
  readonly privateHosts: readonly string[];
}

/** The SDK in front of an endpoint: one attempt, through the guarded way out, silent about what was said. */
export function createOpenaiClient(endpoint: OpenaiEndpoint): OpenAI {
  const baseUrl = endpoint.baseUrl ?? 'https://api.openai.com/v1';
  const outbound = createOutboundFetch({ trusted: trustedHosts(endpoint.privateHosts, [baseUrl]) });
  return new OpenAI({
    apiKey: endpoint.apiKey,
    baseURL: baseUrl,
    organization: null,
    project: null,
    // One attempt: the turn has its own deadlines and falls back to the rules.
    maxRetries: 0,
    // The SDK would print chunks that it cannot parse, and with them what visitors wrote.
    logLevel: 'off',
    fetch: cappedFetch(outbound),
  });
}
