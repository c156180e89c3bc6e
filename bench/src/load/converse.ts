import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type LogBatch,
  type MessageAccepted,
  NOTICE,
  type Notices,
  type Reply,
  VISITOR_COMMAND,
} from '@baton/shared-types';
import { arrive } from './arrive.ts';
import type { Destination } from './talker.ts';

const PATIENCE_MS = 10_000;
const QUESTIONS = [
  'How much does it cost for 30 people?',
  'Do you integrate with our payroll?',
  'Is there a free trial?',
  'How do you store our data, and where?',
];

/** Milliseconds from the acknowledgement of a question. */
export interface Answers {
  readonly firstTokens: readonly number[];
  readonly finished: readonly number[];
}

/** So many new visitors a second, each of whom asks one question and waits for the whole answer. */
export async function converse(
  destination: Destination,
  perSecond: number,
  seconds: number,
): Promise<Answers> {
  const firstTokens: number[] = [];
  const finished: number[] = [];
  await arrive(destination, { perSecond, seconds }, async (socket, index) => {
    let acknowledgedAt = 0;
    const began = new Promise<number>((resolve) => {
      socket.on(NOTICE.streamDelta, (_: Notices['stream.delta']) => resolve(performance.now()));
    });
    const ended = new Promise<number>((resolve) => {
      socket.on(NOTICE.logAppended, ({ events }: LogBatch) => {
        const spoke = events.some(
          (event) => event.type === 'message.sent' && event.actor.kind === 'assistant',
        );
        if (spoke) resolve(performance.now());
      });
    });
    const payload = { clientId: randomUUID(), text: QUESTIONS[index % QUESTIONS.length], kind: 'text' };
    const reply: Reply<MessageAccepted> = await socket.emitWithAck(VISITOR_COMMAND.sendMessage, payload);
    acknowledgedAt = performance.now();
    if (!reply.ok) throw new Error(`refused: ${reply.error.code}`);
    const patience = sleep(PATIENCE_MS, null, { ref: false });
    const [first, last] = await Promise.all([
      Promise.race([began, patience]),
      Promise.race([ended, patience]),
    ]);
    if (first !== null) firstTokens.push(first - acknowledgedAt);
    if (last !== null) finished.push(last - acknowledgedAt);
  });
  return { firstTokens, finished };
}
