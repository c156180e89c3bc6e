import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type LogBatch,
  type MessageAccepted,
  NOTICE,
  type Reply,
  VISITOR_COMMAND,
} from '@baton/shared-types';
import type { Socket } from 'socket.io-client';
import { type Arrivals, arrive } from './arrive.ts';
import type { Destination } from './talker.ts';
import type { Team } from './team.ts';

const PATIENCE_MS = 10_000;
/** With the first line something is missing; the second one makes the lead qualified. */
const FIRST = 'We are looking for appointment reminders for our vet clinics, 14 of us would use it.';
const LAST = "I'm Dana Whitfield, you can reach me at dana@brightwellvets.example";

/** Milliseconds until the briefing is with an agent: from when the last line was said, and from its acknowledgement. */
export interface Briefed {
  readonly afterSaid: readonly number[];
  readonly afterAcknowledged: readonly number[];
  /** Leads whose briefing did not arrive within ten seconds. */
  readonly missing: number;
}

/** So many new visitors a second; each says two lines, hears an answer between them, and is qualified by the second. */
export async function becomeLeads(
  destination: Destination,
  team: Team,
  arrivals: Arrivals,
): Promise<Briefed> {
  const afterSaid: number[] = [];
  const afterAcknowledged: number[] = [];
  let missing = 0;
  await arrive(destination, arrivals, async (socket) => {
    const answered = hearAssistant(socket);
    await say(socket, FIRST);
    await Promise.race([answered, sleep(PATIENCE_MS, null, { ref: false })]);
    const saidAt = performance.now();
    const { conversationId } = await say(socket, LAST);
    const acknowledgedAt = performance.now();
    const briefing = team.briefingOf(conversationId);
    const briefedAt = await Promise.race([briefing, sleep(PATIENCE_MS, null, { ref: false })]);
    if (briefedAt === null) {
      missing += 1;
      return;
    }
    afterSaid.push(briefedAt - saidAt);
    afterAcknowledged.push(briefedAt - acknowledgedAt);
  });
  return { afterSaid, afterAcknowledged, missing };
}

async function say(socket: Socket, text: string): Promise<MessageAccepted> {
  const payload = { clientId: randomUUID(), text, kind: 'text' };
  const reply: Reply<MessageAccepted> = await socket
    .timeout(PATIENCE_MS)
    .emitWithAck(VISITOR_COMMAND.sendMessage, payload);
  if (!reply.ok) throw new Error(`refused: ${reply.error.code}`);
  return reply.value;
}

function hearAssistant(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    socket.on(NOTICE.logAppended, ({ events }: LogBatch) => {
      if (events.some((event) => event.type === 'message.sent' && event.actor.kind === 'assistant'))
        resolve();
    });
  });
}
