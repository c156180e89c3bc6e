import type { WorkspaceId } from '@baton/shared-types';
import type { Transaction } from '../database/index.js';

export interface Job<T> {
  readonly workspaceId: WorkspaceId;
  readonly data: T;
}

export interface EnqueueOptions {
  /** Not before this many milliseconds from now. */
  readonly delayMs?: number;
}

/** Durable work, at least once: handlers are idempotent. Enqueued in the caller's transaction or not at all. */
export interface JobQueue {
  enqueue<T extends object>(
    tx: Transaction,
    queue: string,
    job: Job<T>,
    options?: EnqueueOptions,
  ): Promise<void>;
  /** Registers the one handler of a queue. A handler that throws is retried with back-off. */
  work<T extends object>(queue: string, handler: (job: Job<T>) => Promise<void>): Promise<void>;
}

export const JOB_QUEUE = Symbol('JobQueue');
