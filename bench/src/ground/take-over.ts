import { AGENT_COMMAND, NAMESPACE, PROTOCOL_VERSION, type Reply, SOCKET_PATH } from '@baton/shared-types';
import { io, type Socket } from 'socket.io-client';
import type { Baton, Company } from './baton.ts';
import { fetchTicket, signInByLink } from './console-api.ts';

/** An agent of the company, signed in and connected. */
export async function connectAgent(baton: Baton, company: Company): Promise<Socket> {
  const ticket = await fetchTicket(baton, await signInByLink(baton, company, 'agent'));
  const socket = io(`${baton.url}${NAMESPACE.agent}`, {
    path: SOCKET_PATH,
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    auth: { protocol: PROTOCOL_VERSION, ticket },
    extraHeaders: { origin: baton.url },
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
  return socket;
}

/** Gives conversations to an agent, who then leaves: what visitors write there is stored and delivered, no more. */
export async function takeOver(
  baton: Baton,
  company: Company,
  conversationIds: readonly string[],
): Promise<void> {
  const socket = await connectAgent(baton, company);
  for (const conversationId of conversationIds) {
    const payload = { conversationId, clientId: crypto.randomUUID() };
    const reply: Reply<unknown> = await socket.emitWithAck(AGENT_COMMAND.takeOver, payload);
    if (!reply.ok) throw new Error(`takeover refused: ${reply.error.code}`);
  }
  socket.disconnect();
}
