import type { OutboundFetch } from '../outbound/index.js';
import { ModelFailure } from './language-model.port.js';

/** Bytes accepted from one response, error bodies included; far above what the character limit needs. */
export const MAX_RESPONSE_BYTES = 4 * 1_024 * 1_024;

/** What the SDK calls: the outbound client, whose response body fails as `malformed` beyond the limit. */
export function cappedFetch(outbound: OutboundFetch) {
  return async (input: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    const address = input instanceof Request ? input.url : String(input);
    if (init.body !== undefined && init.body !== null && typeof init.body !== 'string')
      throw new TypeError('a model request is text');
    const response = await outbound(address, {
      method: init.method,
      headers: Object.fromEntries(new Headers(init.headers)),
      body: init.body ?? undefined,
      signal: init.signal ?? undefined,
    });
    if (response.body === null) return response;
    let received = 0;
    const counter = new TransformStream<Uint8Array, Uint8Array>({
      transform(bytes, controller) {
        received += bytes.byteLength;
        if (received > MAX_RESPONSE_BYTES) controller.error(new ModelFailure('malformed', false));
        else controller.enqueue(bytes);
      },
    });
    return new Response(response.body.pipeThrough(counter), {
      status: response.status,
      statusText: response.statusText,
      headers: response.headers,
    });
  };
}
