import { setTimeout as sleep } from 'node:timers/promises';
import { AGENT_COMMAND, NAMESPACE, PROTOCOL_VERSION, type Reply, SOCKET_PATH } from '@baton/shared-types';
import { io, type Socket } from 'socket.io-client';
import type { Baton, Company } from './baton.ts';
import { fetchTicket, signInByLink } from './console-api.ts';

/** Below the 100 frames a second that the server takes from one connection for long; more than a person ever sends. */
const BETWEEN_FRAMES_MS = 12;

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

/**
 * Gives conversations to an agent, who says a word in each and stays: what visitors write there is stored and
 * delivered, no more. An agent who left or kept silent would be missed after a while, and the conversations would go
 * back to the assistant.
 */
export async function takeOver(
  baton: Baton,
  company: Company,
  conversationIds: readonly string[],
): Promise<void> {
  const socket = await connectAgent(baton, company);
  await inStep(conversationIds, async (conversationId) => {
    const payload = { conversationId, clientId: crypto.randomUUID() };
    const reply: Reply<unknown> = await socket.emitWithAck(AGENT_COMMAND.takeOver, payload);
    if (!reply.ok) throw new Error(`takeover refused: ${reply.error.code}`);
  });
  await writeInto(socket, conversationIds, 'Good morning, I will help you.');
}

/** Their agent writes one line into each. */
export async function writeInto(
  agent: Socket,
  conversationIds: readonly string[],
  text: string,
): Promise<void> {
  await inStep(conversationIds, async (conversationId) => {
    const payload = { conversationId, clientId: crypto.randomUUID(), text };
    const reply: Reply<unknown> = await agent.emitWithAck(AGENT_COMMAND.sendMessage, payload);
    if (!reply.ok) throw new Error(`the agent's line was refused: ${reply.error.code}`);
  });
}

/** Begins one after the other at a pace that the server takes; resolves when all have been answered. */
async function inStep(
  conversationIds: readonly string[],
  act: (conversationId: string) => Promise<void>,
): Promise<void> {
  await Promise.all(
    conversationIds.map(async (conversationId, index) => {
      await sleep(index * BETWEEN_FRAMES_MS);
      await act(conversationId);
    }),
  );
}
