import { ModelFailure } from './language-model.port.js';

/** Bytes accepted from one response, error bodies included; far above what the character limit needs. */
export const MAX_RESPONSE_BYTES = 4 * 1_024 * 1_024;

/** `fetch` whose response body fails as `malformed` beyond the limit, so that no peer can fill our memory. */
export async function cappedFetch(input: string | URL | Request, init?: RequestInit): Promise<Response> {
  const response = await fetch(input, init);
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
}
