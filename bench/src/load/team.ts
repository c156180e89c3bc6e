import { randomUUID } from 'node:crypto';
import {
  AGENT_COMMAND,
  type ConversationId,
  NAMESPACE,
  NOTICE,
  type Notices,
  PROTOCOL_VERSION,
  type Reply,
  SOCKET_PATH,
} from '@baton/shared-types';
import { io, type Socket } from 'socket.io-client';

const PATIENCE_MS = 10_000;

/** Agents who are there, take every lead whose briefing they get, and are done with it at once. */
export class Team {
  private readonly arrivedAt = new Map<ConversationId, number>();
  private readonly waiting = new Map<ConversationId, (at: number) => void>();

  /** One agent per ticket, available when this resolves. */
  static async sitDown(url: string, origin: string, tickets: readonly string[]): Promise<Team> {
    const team = new Team();
    for (const ticket of tickets) {
      const socket = io(`${url}${NAMESPACE.agent}`, {
        path: SOCKET_PATH,
        transports: ['websocket'],
        forceNew: true,
        reconnection: false,
        auth: { protocol: PROTOCOL_VERSION, ticket },
        extraHeaders: { origin },
      });
      await new Promise<void>((resolve, reject) => {
        socket.once('connect', resolve);
        socket.once('connect_error', reject);
      });
      socket.on(NOTICE.briefingReady, ({ bundle }: Notices['briefing.ready']) => {
        team.note(bundle.conversationId);
        // Whoever was too late leaves it to the one who has it.
        help(socket, bundle.conversationId).catch(() => undefined);
      });
      await ask(socket, AGENT_COMMAND.openConsole, {});
      await ask(socket, AGENT_COMMAND.setPresence, { state: 'available' });
    }
    return team;
  }

  /** When the first briefing about it arrived, on the clock of `performance`. */
  briefingOf(conversationId: ConversationId): Promise<number> {
    const at = this.arrivedAt.get(conversationId);
    if (at !== undefined) return Promise.resolve(at);
    return new Promise((resolve) => this.waiting.set(conversationId, resolve));
  }

  private note(conversationId: ConversationId): void {
    if (this.arrivedAt.has(conversationId)) return;
    const at = performance.now();
    this.arrivedAt.set(conversationId, at);
    this.waiting.get(conversationId)?.(at);
    this.waiting.delete(conversationId);
  }
}

async function help(socket: Socket, conversationId: ConversationId): Promise<void> {
  const act = () => ({ conversationId, clientId: randomUUID() });
  const taken: Reply<unknown> = await socket
    .timeout(PATIENCE_MS)
    .emitWithAck(AGENT_COMMAND.acceptHandoff, act());
  if (taken.ok) await socket.timeout(PATIENCE_MS).emitWithAck(AGENT_COMMAND.closeConversation, act());
}

async function ask(socket: Socket, name: string, payload: object): Promise<void> {
  const reply: Reply<unknown> = await socket.emitWithAck(name, payload);
  if (!reply.ok) throw new Error(`${name} was refused: ${reply.error.code}`);
}
