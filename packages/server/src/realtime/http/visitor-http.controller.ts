import { ERRORS, HTTP_PATH, type Reply } from '@baton/shared-types';
import { Body, Controller, Headers, HttpCode, Inject, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Allow, Sites } from '../../identity/index.js';
import { VisitorHttp } from './visitor-http.service.js';

/** The HTTP fallback. `text/plain` is taken as JSON, so that browsers ask no permission before each request. */
@Controller()
@Allow('visitor')
export class VisitorHttpController {
  constructor(
    @Inject(VisitorHttp) private readonly http: VisitorHttp,
    @Inject(Sites) private readonly sites: Sites,
  ) {}

  @Post(HTTP_PATH.command)
  @HttpCode(200)
  command(
    @Headers('origin') origin: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.answer(origin, reply, () => this.http.command(origin, body));
  }

  @Post(HTTP_PATH.events)
  @HttpCode(200)
  events(
    @Headers('origin') origin: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const gone = new AbortController();
    reply.raw.once('close', () => gone.abort());
    return this.answer(origin, reply, () => this.http.news(origin, body, gone.signal));
  }

  /** A page may read the answer where a site may be embedded; whether it is this site, the handshake says. */
  private async answer(
    origin: string | undefined,
    reply: FastifyReply,
    run: () => Promise<Reply<unknown>>,
  ): Promise<Reply<unknown>> {
    reply
      .header('vary', 'origin')
      .header('cache-control', 'no-store')
      .header('x-content-type-options', 'nosniff');
    if (origin && (await this.sites.isKnownOrigin(origin)))
      reply.header('access-control-allow-origin', origin);
    const answer = await run();
    if (!answer.ok) reply.status(ERRORS[answer.error.code].status);
    return answer;
  }
}
