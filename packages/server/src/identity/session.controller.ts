import type { SignedInAgent } from '@baton/shared-types';
import { Body, Controller, Delete, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { CONFIG, type Config } from '../config/index.js';
import { addressKey, clientAddress } from '../kernel/client-address.js';
import { UserError } from '../kernel/errors.js';
import { parseBody } from '../kernel/parse-body.js';
import { Allow, CurrentAgent } from './access.guard.js';
import { AgentSessions } from './agent-sessions.service.js';
import type { AgentPrincipal } from './principals.js';
import { RateLimits } from './rate-limits.service.js';
import { clearSessionCookie, setSessionCookie } from './session-cookie.js';
import { SignedIn } from './signed-in.service.js';

const credentials = z.strictObject({
  email: z.string().min(3).max(320),
  password: z.string().min(1).max(200),
});
const link = z.strictObject({ token: z.string().min(20).max(100) });

/** Signing in and out of the console. */
@Controller('api')
export class SessionController {
  constructor(
    @Inject(AgentSessions) private readonly sessions: AgentSessions,
    @Inject(SignedIn) private readonly signedIn: SignedIn,
    @Inject(RateLimits) private readonly limits: RateLimits,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Post('session')
  @HttpCode(200)
  @Allow('anyone')
  async signIn(
    @Body() body: unknown,
    @Req() { raw }: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ agent: SignedInAgent }> {
    const { email, password } = parseBody(credentials, body);
    const forwarded = raw.headers['x-forwarded-for'];
    const hops = this.config.TRUSTED_PROXY_HOPS;
    this.limits.takeSignIn(email, addressKey(clientAddress(raw.socket.remoteAddress, forwarded, hops)));
    return this.enter(await this.sessions.signIn(email, password), reply);
  }

  @Post('session/link')
  @HttpCode(200)
  @Allow('anyone')
  async signInByLink(
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ agent: SignedInAgent }> {
    return this.enter(await this.sessions.signInByLink(parseBody(link, body).token), reply);
  }

  @Get('session')
  @Allow('session.own')
  async current(@CurrentAgent() agent: AgentPrincipal): Promise<{ agent: SignedInAgent }> {
    return { agent: await this.signedIn.describe(agent) };
  }

  @Delete('session')
  @HttpCode(204)
  @Allow('session.own')
  async signOut(
    @CurrentAgent() agent: AgentPrincipal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.sessions.signOut(agent);
    clearSessionCookie(reply);
  }

  @Post('socket-ticket')
  @HttpCode(200)
  @Allow('session.own')
  async ticket(@CurrentAgent() agent: AgentPrincipal): Promise<{ ticket: string }> {
    return { ticket: await this.sessions.createTicket(agent) };
  }

  private async enter(secret: string, reply: FastifyReply): Promise<{ agent: SignedInAgent }> {
    const agent = await this.sessions.find(secret);
    if (!agent) throw new UserError('sign_in_failed');
    setSessionCookie(reply, secret, this.config.PUBLIC_URL);
    return { agent: await this.signedIn.describe(agent) };
  }
}
