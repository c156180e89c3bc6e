import { ERRORS, type Reply } from '@baton/shared-types';
import type { z } from 'zod';
import { BatonError, toWireError } from '../kernel/errors.js';
import { parseBody } from '../kernel/parse-body.js';
import type { Logger, Metrics } from '../observability/index.js';
import type { UnderWay } from './under-way.service.js';

interface Surroundings {
  readonly underWay: UnderWay;
  readonly logger: Logger;
  readonly metrics: Metrics;
}

/**
 * Runs one command: payload parsed, errors turned into a reply that reflects nothing of the input. Defects are
 * logged; refusals are counted.
 */
export async function answerCommand<P, R>(
  { logger, metrics, underWay }: Surroundings,
  schema: z.ZodType<P>,
  body: unknown,
  run: (payload: P) => Promise<R>,
): Promise<Reply<R>> {
  const done = underWay.begin();
  // Refused before anything is done: the client repeats it on another node.
  if (!done) return { ok: false, error: { code: 'unavailable', message: ERRORS.unavailable.message } };
  try {
    return { ok: true, value: await run(parseBody(schema, body)) };
  } catch (thrown) {
    const error = toWireError(thrown);
    metrics.refusals.inc({ code: error.code });
    const ours = !(thrown instanceof BatonError) || thrown.family === 'unexpected';
    if (ours) logger.error({ error: thrown }, 'command failed');
    else if (thrown.family === 'operational') logger.warn({ error: thrown }, 'command could not be done');
    return { ok: false, error };
  } finally {
    done();
  }
}
