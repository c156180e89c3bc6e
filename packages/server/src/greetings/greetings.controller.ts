import { ERRORS, type Greeting, HTTP_PATH, type Reply } from '@baton/shared-types';
import { Body, Controller, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { CONFIG, type Config } from '../config/index.js';
import { Allow, Sites } from '../identity/index.js';
import { addressKey, clientAddress } from '../kernel/client-address.js';
import { UserError } from '../kernel/errors.js';
import { parseBody } from '../kernel/parse-body.js';
import { type AskingPage, Greetings } from './greetings.service.js';

const siteKey = z.string().max(100);
const asked = z.strictObject({ siteKey, locale: z.string().max(35) });
const shown = z.strictObject({ siteKey, key: z.string().max(40) });

/** What pages ask before anybody chats. `text/plain` is taken as JSON, so that browsers ask no permission before. */
@Controller()
@Allow('visitor')
export class GreetingsController {
  constructor(
    @Inject(Greetings) private readonly greetings: Greetings,
    @Inject(Sites) private readonly sites: Sites,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Post(HTTP_PATH.greetings)
  @HttpCode(200)
  list(
    @Req() request: FastifyRequest,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Reply<{ greetings: readonly Greeting[] }>> {
    return this.answer(request, reply, async (page) => {
      const { locale, ...named } = parseBody(asked, body);
      return { greetings: await this.greetings.list({ ...page, ...named }, locale) };
    });
  }

  @Post(HTTP_PATH.greetingShown)
  @HttpCode(200)
  shown(
    @Req() request: FastifyRequest,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Reply<null>> {
    return this.answer(request, reply, async (page) => {
      const { key, ...named } = parseBody(shown, body);
      await this.greetings.noteShown({ ...page, ...named }, key);
      return null;
    });
  }

  /** A page may read the answer where a site may be embedded; whether it is this site, the key says. */
  private async answer<T>(
    { raw }: FastifyRequest,
    reply: FastifyReply,
    run: (page: Omit<AskingPage, 'siteKey'>) => Promise<T>,
  ): Promise<Reply<T>> {
    const { origin, 'x-forwarded-for': forwarded } = raw.headers;
    const hops = this.config.TRUSTED_PROXY_HOPS;
    const address = addressKey(clientAddress(raw.socket.remoteAddress, forwarded, hops));
    reply
      .header('vary', 'origin')
      .header('cache-control', 'no-store')
      .header('x-content-type-options', 'nosniff');
    if (origin && (await this.sites.isKnownOrigin(origin)))
      reply.header('access-control-allow-origin', origin);
    try {
      return { ok: true, value: await run({ origin, address }) };
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      reply.status(ERRORS[error.code].status);
      return { ok: false, error: { code: error.code, message: ERRORS[error.code].message } };
    }
  }
}
