import { ERRORS, HTTP_PATH, type Reply } from '@baton/shared-types';
import { Body, Controller, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../../config/index.js';
import { Allow, Sites } from '../../identity/index.js';
import { addressOf } from '../address-of.js';
import { type Caller, VisitorHttp } from './visitor-http.service.js';

/** The HTTP fallback. `text/plain` is taken as JSON, so that browsers ask no permission before each request. */
@Controller()
@Allow('visitor')
export class VisitorHttpController {
  constructor(
    @Inject(VisitorHttp) private readonly http: VisitorHttp,
    @Inject(Sites) private readonly sites: Sites,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Post(HTTP_PATH.command)
  @HttpCode(200)
  command(
    @Req() request: FastifyRequest,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.answer(request, reply, (caller) => this.http.command(caller, body));
  }

  @Post(HTTP_PATH.events)
  @HttpCode(200)
  events(
    @Req() request: FastifyRequest,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const gone = new AbortController();
    reply.raw.once('close', () => gone.abort());
    return this.answer(request, reply, (caller) => this.http.news(caller, body, gone.signal));
  }

  /** A page may read the answer where a site may be embedded; whether it is this site, the handshake says. */
  private async answer(
    { raw }: FastifyRequest,
    reply: FastifyReply,
    run: (caller: Caller) => Promise<Reply<unknown>>,
  ): Promise<Reply<unknown>> {
    const { origin } = raw.headers;
    reply
      .header('vary', 'origin')
      .header('cache-control', 'no-store')
      .header('x-content-type-options', 'nosniff');
    if (origin && (await this.sites.isKnownOrigin(origin)))
      reply.header('access-control-allow-origin', origin);
    const answer = await run({ origin, address: addressOf(raw, this.config.TRUSTED_PROXY_HOPS) });
    if (!answer.ok) reply.status(ERRORS[answer.error.code].status);
    return answer;
  }
}
