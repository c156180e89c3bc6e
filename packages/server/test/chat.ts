import type { ConversationId, DecisionRecord, LogEvent, LogEventOf } from '@baton/shared-types';
import { VISITOR_COMMAND } from '@baton/shared-types';
import { CONVERSATIONS, type Conversations } from '../src/conversations/index.js';
import type { TestVisitor, World } from './world.js';

/** A visitor with a log that can be looked at. */
export interface Chat {
  readonly visitor: TestVisitor;
  readonly log: () => Promise<readonly LogEvent[]>;
  readonly send: (text: string, kind?: 'text' | 'human_request') => Promise<void>;
  /** Sends, and returns the assistant's next message. */
  readonly say: (text: string) => Promise<LogEventOf<'message.sent'>['data']>;
  readonly id: () => ConversationId;
}

/** `via`: the node that the visitor talks to; without, the world's own. */
export async function chatIn(world: World, via = world.url): Promise<Chat> {
  const visitor = await world.visitor('tidewater', { via });
  const workspaceId = world.workspaces.tidewater;
  const conversations = world.server.app.get<Conversations>(CONVERSATIONS, { strict: false });
  let conversationId: ConversationId | null = null;
  let sent = 0;
  const id = () => {
    if (!conversationId) throw new Error('nothing has been sent');
    return conversationId;
  };
  const log = () => conversations.readLog(workspaceId, id());
  const send = async (text: string, kind: 'text' | 'human_request' = 'text') => {
    sent += 1;
    const reply = await visitor.ask(VISITOR_COMMAND.sendMessage, { clientId: `client-${sent}`, text, kind });
    if (!reply.ok) throw new Error(reply.error.code);
    conversationId = reply.value.conversationId;
  };
  return {
    visitor,
    id,
    log,
    send,
    say: async (text) => {
      const before = conversationId ? (await log()).length : 0;
      await send(text);
      return until(async () => spokenAfter(await log(), before));
    },
  };
}

export function spokenAfter(
  log: readonly LogEvent[],
  seq: number,
): LogEventOf<'message.sent'>['data'] | null {
  const spoken = log.find(
    (event): event is LogEventOf<'message.sent'> =>
      event.type === 'message.sent' && event.seq > seq && event.actor.kind === 'assistant',
  );
  return spoken?.data ?? null;
}

export async function until<T>(look: () => Promise<T | null>): Promise<T> {
  for (let attempt = 0; attempt < 500; attempt += 1) {
    const found = await look();
    if (found !== null) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('it did not happen within ten seconds');
}

export const typesOf = (log: readonly LogEvent[]) => log.map((event) => event.type);
export const decisionsOf = (log: readonly LogEvent[]): readonly DecisionRecord[] =>
  log.flatMap((event) => (event.type === 'decision.recorded' ? [event.data.decision] : []));

/** Whether a request to the model endpoint asks for facts rather than for a reply. */
export const isExtraction = (body: Readonly<Record<string, unknown>>) =>
  'response_format' in body || 'tools' in body || JSON.stringify(body).includes('You read facts');
export const NO_FACTS = JSON.stringify({ facts: [] });

/** The environment of a world whose model is this endpoint, with little patience. */
export function modelEnvironment(url: string): Record<string, string> {
  return {
    OPENAI_API_KEY: 'test',
    OPENAI_BASE_URL: url,
    MODEL_FIRST_TOKEN_MS: '1000',
    MODEL_IDLE_MS: '300',
    MODEL_TOTAL_MS: '4000',
  };
}
