import { type AgentId, ERRORS, NOTICE, PROTOCOL_VERSION, type WorkspaceId } from '@baton/shared-types';
import { agentHandshakeSchema } from '@baton/shared-types/schemas';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Namespace } from 'socket.io';
import { Agents } from '../agents/index.js';
import { type AgentPrincipal, AgentSessions, ConnectionLimits, Sites } from '../identity/index.js';
import { UserError } from '../kernel/errors.js';
import { parseBody } from '../kernel/parse-body.js';
import { LOGGER, type Logger } from '../observability/index.js';
import type { AgentSocket } from './agent-socket.js';
import { NODE_BUS, type NodeBus } from './nodes/node-bus.port.js';
import { room } from './rooms.js';

const TOUCH_MS = 10_000;
/** How long a session that was ended elsewhere may still hear, should the other node's word of it be lost. */
const REVOKED_MS = 1_000;

/** Who is at the other end of an agent's socket, and that they are there. */
@Injectable()
export class AgentSession implements OnApplicationShutdown {
  private namespace: Namespace | null = null;
  private timers: readonly NodeJS.Timeout[] = [];

  constructor(
    @Inject(AgentSessions) private readonly sessions: AgentSessions,
    @Inject(Sites) private readonly sites: Sites,
    @Inject(ConnectionLimits) private readonly limits: ConnectionLimits,
    @Inject(Agents) private readonly agents: Agents,
    @Inject(NODE_BUS) private readonly nodes: NodeBus,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Admits a socket from our own page that presents a fresh ticket. The cookie alone opens nothing. */
  async admit(socket: AgentSocket): Promise<void> {
    if (!this.sites.isOwnOrigin(socket.handshake.headers.origin)) throw new UserError('not_found');
    const { protocol, ticket } = parseBody(agentHandshakeSchema, socket.handshake.auth);
    if (protocol !== PROTOCOL_VERSION) throw new UserError('protocol_unsupported');
    const agent = await this.sessions.redeemTicket(ticket);
    const leave = this.limits.enterWorkspace(agent.workspaceId);
    if (!leave) throw new UserError('too_many_requests');
    socket.conn.on('close', leave);
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
      this.end(sessionHash);
      this.nodes.publish({ kind: 'signed_out', sessionHash });
    });
    this.timers = [
      setInterval(() => void this.touchConnected(), TOUCH_MS).unref(),
      setInterval(() => void this.endRevoked(), REVOKED_MS).unref(),
    ];
  }

  /** Ends the sockets of a session that was signed out, here or on another node. */
  end(sessionHash: string): void {
    for (const socket of this.connected()) if (socket.data.agent.sessionHash === sessionHash) end(socket);
  }

  /** Ends the sockets of sessions that have expired or were ended without this node having heard of it. */
  async endRevoked(): Promise<void> {
    const hashes = [...new Set(this.connected().map((socket) => socket.data.agent.sessionHash))];
    if (hashes.length === 0) return;
    try {
      const current = await this.sessions.listCurrent(hashes);
      for (const hash of hashes) if (!current.has(hash)) this.end(hash);
    } catch (error) {
      this.logger.warn({ error }, 'could not look whether sessions have ended');
    }
  }

  onApplicationShutdown(): void {
    for (const timer of this.timers) clearInterval(timer);
  }

  private connected(): readonly AgentSocket[] {
    return [...(this.namespace?.sockets.values() ?? [])] as AgentSocket[];
  }

  /** Notes who is there. */
  private async touchConnected(): Promise<void> {
    try {
      const present = new Map<WorkspaceId, Set<AgentId>>();
      for (const socket of this.connected()) {
        const { workspaceId, id } = socket.data.agent;
        present.set(workspaceId, (present.get(workspaceId) ?? new Set()).add(id));
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
