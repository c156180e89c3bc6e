import { ERRORS } from '@baton/shared-types';
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { BatonError, toWireError, UserError } from './kernel/errors.js';
import type { Logger, Metrics } from './observability/index.js';

/**
 * Turns whatever was thrown into a wire error, over HTTP and on the socket. Nest's own filter would echo the
 * rejected input back; this one says what happened and nothing else.
 */
@Catch()
export class WireErrorFilter implements ExceptionFilter {
  constructor(
    private readonly logger: Logger,
    private readonly metrics: Metrics,
  ) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const known = fromFramework(thrown);
    const wire = toWireError(known);
    this.metrics.refusals.inc({ code: wire.code });
    if (!(known instanceof BatonError)) this.logger.error({ error: known }, 'request failed');
    if (host.getType() === 'http') {
      const reply = host.switchToHttp().getResponse<FastifyReply>();
      reply.status(ERRORS[wire.code].status).send(wire);
      return;
    }
    const acknowledge: unknown = host.getArgs().at(-1);
    if (typeof acknowledge === 'function') acknowledge({ ok: false, error: wire });
  }
}

/** Nest and Fastify speak of bodies and routes in their own errors: their status is all we keep. */
function fromFramework(thrown: unknown): unknown {
  const status = statusOf(thrown);
  if (status === 404 || status === 405) return new UserError('not_found');
  return status >= 400 && status < 500 ? new UserError('invalid_input') : thrown;
}

function statusOf(thrown: unknown): number {
  if (thrown instanceof BatonError) return 0;
  if (thrown instanceof HttpException) return thrown.getStatus();
  const hasStatus = typeof thrown === 'object' && thrown !== null && 'statusCode' in thrown;
  return hasStatus && typeof thrown.statusCode === 'number' ? thrown.statusCode : 0;
}
