import { fork } from 'node:child_process';
import type { OrderAnswer, OrderMessage, Orders } from '../load/orders.ts';
import { STRIP_TYPES } from './server-process.ts';

const SCRIPT = new URL('../load/main.ts', import.meta.url);

/** A process of simulated clients. */
export interface LoadProcess {
  order<K extends keyof Orders>(order: K, told: Orders[K]['with']): Promise<Orders[K]['back']>;
  stop(): void;
}

export function startLoadProcess(): LoadProcess {
  const child = fork(SCRIPT, { execArgv: STRIP_TYPES });
  const waiting = new Map<number, (answer: OrderAnswer) => void>();
  let last = 0;
  child.on('message', (answer: OrderAnswer) => {
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  });
  child.once('exit', (code) => {
    for (const [id, answer] of waiting) answer({ id, error: `the load process ended with ${code}` });
  });
  return {
    order: (order, told) =>
      new Promise((resolve, reject) => {
        const message: OrderMessage = { id: ++last, order, with: told };
        waiting.set(message.id, ({ back, error }) => {
          if (error !== undefined) reject(new Error(`${order}: ${error}`));
          else resolve(back as never);
        });
        child.send(message);
      }),
    stop: () => void child.kill(),
  };
}
