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
    end(socket);
    throw new UserError('session_invalid');
  }

  attach(namespace: Namespace): void {
    this.namespace = namespace;
    // A socket that asks for nothing is told of everything: it must not wait for its next command to end.
    this.sessions.onSignedOut((sessionHash) => {
      for (const socket of this.connected()) if (socket.data.agent.sessionHash === sessionHash) end(socket);
    });
    this.timer = setInterval(() => void this.touchConnected(), TOUCH_MS);
    this.timer.unref();
  }

  onApplicationShutdown(): void {
    if (this.timer) clearInterval(this.timer);
  }

  private connected(): readonly AgentSocket[] {
    return [...(this.namespace?.sockets.values() ?? [])] as AgentSocket[];
  }

  /** Notes who is there, and ends the sockets of sessions that have expired or were signed out on another node. */
  private async touchConnected(): Promise<void> {
    try {
      const present = new Map<WorkspaceId, Set<AgentId>>();
      for (const socket of this.connected()) {
        const agent = await this.sessions.findByHash(socket.data.agent.sessionHash);
        if (!agent) end(socket);
        else present.set(agent.workspaceId, (present.get(agent.workspaceId) ?? new Set()).add(agent.id));
      }
      for (const [workspaceId, ids] of present) await this.agents.touch(workspaceId, [...ids]);
    } catch (error) {
      this.logger.warn({ error }, 'could not note who is there');
    }
  }
}

function end(socket: AgentSocket): void {
  const error = { code: 'session_invalid', message: ERRORS.session_invalid.message } as const;
  socket.emit(NOTICE.sessionEnded, { error, retry: false });
  socket.disconnect(true);
}
