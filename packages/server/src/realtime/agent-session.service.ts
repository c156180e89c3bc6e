import { type AgentId, ERRORS, NOTICE, PROTOCOL_VERSION, type WorkspaceId } from '@baton/shared-types';
import { agentHandshakeSchema } from '@baton/shared-types/schemas';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Namespace } from 'socket.io';
import { Agents } from '../agents/index.js';
import { type AgentPrincipal, AgentSessions, Sites } from '../identity/index.js';
import { UserError } from '../kernel/errors.js';
import { parseBody } from '../kernel/parse-body.js';
import { LOGGER, type Logger } from '../observability/index.js';
import type { AgentSocket } from './agent-socket.js';
import { room } from './rooms.js';

const TOUCH_MS = 10_000;

/** Who is at the other end of an agent's socket, and that they are there. */
@Injectable()
export class AgentSession implements OnApplicationShutdown {
  private namespace: Namespace | null = null;
  private timer: NodeJS.Timeout | null = null;

  constructor(
    @Inject(AgentSessions) private readonly sessions: AgentSessions,
    @Inject(Sites) private readonly sites: Sites,
    @Inject(Agents) private readonly agents: Agents,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Admits a socket from our own page that presents a fresh ticket. The cookie alone opens nothing. */
  async admit(socket: AgentSocket): Promise<void> {
    if (!this.sites.isOwnOrigin(socket.handshake.headers.origin)) throw new UserError('not_found');
    const { protocol, ticket } = parseBody(agentHandshakeSchema, socket.handshake.auth);
    if (protocol !== PROTOCOL_VERSION) throw new UserError('protocol_unsupported');
    const agent = await this.sessions.redeemTicket(ticket);
    Object.assign(socket.data, { agent });
    await socket.join([room.workspace(agent.workspaceId), room.agent(agent.id)]);
    await this.agents.touch(agent.workspaceId, [agent.id]);
  }

  /** The session behind the socket, checked anew: a socket outlives neither sign-out nor expiry. */
  async assertCurrent(socket: AgentSocket): Promise<AgentPrincipal> {
    const agent = await this.sessions.findByHash(socket.data.agent.sessionHash);
    if (agent) return agent;
    const error = { code: 'session_invalid', message: ERRORS.session_invalid.message } as const;
    socket.emit(NOTICE.sessionEnded, { error, retry: false });
    socket.disconnect(true);
    throw new UserError('session_invalid');
  }

  attach(namespace: Namespace): void {
    this.namespace = namespace;
    this.timer = setInterval(() => void this.touchConnected(), TOUCH_MS);
    this.timer.unref();
  }

  onApplicationShutdown(): void {
    if (this.timer) clearInterval(this.timer);
  }

  private async touchConnected(): Promise<void> {
    const byWorkspace = new Map<WorkspaceId, AgentId[]>();
    for (const socket of this.namespace?.sockets.values() ?? []) {
      const { agent } = (socket as AgentSocket).data;
      byWorkspace.set(agent.workspaceId, [...(byWorkspace.get(agent.workspaceId) ?? []), agent.id]);
    }
    for (const [workspaceId, ids] of byWorkspace) {
      await this.agents
        .touch(workspaceId, ids)
        .catch((error: unknown) => this.logger.warn({ error }, 'could not note who is there'));
    }
  }
}
