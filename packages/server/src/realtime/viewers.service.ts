import { type AgentId, type ConversationId, NAMESPACE, NOTICE } from '@baton/shared-types';
import { Inject, Injectable } from '@nestjs/common';
import type { AgentSocket } from './agent-socket.js';
import { FanOut } from './fan-out.service.js';
import { room } from './rooms.js';

/** Who has a conversation open on this node, told to everybody who has. */
@Injectable()
export class Viewers {
  constructor(@Inject(FanOut) private readonly fanOut: FanOut) {}

  /** Tells the viewers of every conversation that this socket has open, once it has left them. */
  watch(socket: AgentSocket): void {
    socket.once('disconnecting', () => {
      const open = [...socket.rooms].flatMap((name) => conversationOf(name) ?? []);
      // The rooms are left right after this event.
      setImmediate(() => {
        for (const conversationId of open) this.tell(conversationId);
      });
    });
  }

  tell(conversationId: ConversationId): void {
    const namespace = this.fanOut.namespace(NAMESPACE.agent);
    const name = room.conversation(conversationId);
    const viewers = new Map<AgentId, { readonly id: AgentId; readonly name: string }>();
    for (const id of namespace?.adapter.rooms.get(name) ?? []) {
      const socket = namespace?.sockets.get(id) as AgentSocket | undefined;
      if (socket)
        viewers.set(socket.data.agent.id, { id: socket.data.agent.id, name: socket.data.agent.name });
    }
    namespace?.to(name).emit(NOTICE.viewersChanged, { conversationId, viewers: [...viewers.values()] });
  }
}

function conversationOf(name: string): ConversationId | null {
  const [kind, id] = name.split(':');
  return kind === 'conversation' ? ((id ?? null) as ConversationId | null) : null;
}
