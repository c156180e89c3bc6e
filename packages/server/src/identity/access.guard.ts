import {
  type CanActivate,
  createParamDecorator,
  type ExecutionContext,
  Inject,
  Injectable,
  SetMetadata,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { UserError } from '../kernel/errors.js';
import { AgentSessions } from './agent-sessions.service.js';
import { isAllowed, type Permission } from './permissions.js';
import type { AgentPrincipal } from './principals.js';
import { Refusals } from './refusals.service.js';
import { sessionCookieOf } from './session-cookie.js';
import { Sites } from './sites.service.js';

const ACCESS = 'baton:access';
const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * What it takes to call a route. A route that says nothing is refused. `visitor`: the handshake in the body decides,
 * no cookie does, so other pages may call it.
 */
export type Access = Permission | 'anyone' | 'visitor';

export const Allow = (access: Access) => SetMetadata(ACCESS, access);

interface AuthorizedRequest extends FastifyRequest {
  agent?: AgentPrincipal;
}

/** The signed-in agent of the request; only for routes that need a permission. */
export const CurrentAgent = createParamDecorator((_: unknown, context: ExecutionContext): AgentPrincipal => {
  const { agent } = context.switchToHttp().getRequest<AuthorizedRequest>();
  if (!agent) throw new UserError('session_invalid');
  return agent;
});

/** The one gate of every HTTP route: session, permission, and for unsafe methods proof of our own page. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(AgentSessions) private readonly sessions: AgentSessions,
    @Inject(Sites) private readonly sites: Sites,
    @Inject(Refusals) private readonly refusals: Refusals,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    const request = context.switchToHttp().getRequest<AuthorizedRequest>();
    if (access === 'visitor') return true;
    if (!SAFE_METHODS.has(request.method)) this.assertOwnPage(request);
    if (access === 'anyone') return true;
    const secret = sessionCookieOf(request);
    const agent = secret ? await this.sessions.find(secret) : null;
    if (!agent) throw new UserError('session_invalid');
    // To somebody without the right there is nothing here: the same answer as for an unknown path.
    if (!access || !isAllowed(agent.role, access)) {
      const { id: actor, workspaceId, role } = agent;
      const object = access ?? 'nothing';
      this.refusals.noteOnce(workspaceId, { actor, action: 'access.refuse', object, reason: `is ${role}` });
      throw new UserError('not_found');
    }
    request.agent = agent;
    return true;
  }

  /** A foreign page cannot set the header without a preflight that we never grant. */
  private assertOwnPage(request: FastifyRequest): void {
    const { origin } = request.headers;
    if (
      request.headers['x-baton-console'] !== '1' ||
      (origin !== undefined && !this.sites.isOwnOrigin(origin))
    ) {
      throw new UserError('not_found');
    }
  }
}
