import { type JobResult, PgBoss } from 'pg-boss';
import type { Transaction } from '../database/index.js';
import type { Logger } from '../observability/index.js';
import type { EnqueueOptions, Job, JobQueue } from './job-queue.port.js';

const SCHEMA = 'jobs';
/** How long a stopping node waits for the jobs it is doing; what it leaves, another node does again. */
const STOP_MS = 1_500;
/** How often a queue is asked for what has become due without anybody having said so. */
const POLL_MS = 500;
const APART_MS = 30;
/** Two, so that one batch with a slow job in it does not keep the next one waiting. */
const WORKERS = 2;
const BATCH = 8;

/**
 * The job queue on pg-boss. Its own defaults lose patience with killed workers for minutes; these settings
 * rerun a dead worker's job within about ten seconds.
 */
export class PgBossJobQueue implements JobQueue {
  private readonly boss: PgBoss;
  private readonly handlers = new Map<string, (job: Job<object>) => Promise<void>>();

  constructor(
    url: string,
    private readonly logger: Logger,
  ) {
    this.boss = new PgBoss({
      connectionString: url,
      schema: SCHEMA,
      max: 4,
      useListenNotify: true,
      superviseIntervalSeconds: 1,
      monitorIntervalSeconds: 1,
      queueCacheIntervalSeconds: 1,
      schedule: false,
    });
    this.boss.on('error', (error) => this.logger.warn({ error }, 'job queue'));
  }

  async enqueue<T extends object>(
    tx: Transaction,
    queue: string,
    job: Job<T>,
    options: EnqueueOptions = {},
  ): Promise<void> {
    const startAfter = options.delayMs ? new Date(Date.now() + options.delayMs) : undefined;
    await this.boss.send(queue, job, {
      ...(startAfter ? { startAfter } : {}),
      db: {
        executeSql: async (text, values = []) => ({ rows: [...(await tx.query<object>(text, values))] }),
      },
    });
  }

  async work<T extends object>(queue: string, handler: (job: Job<T>) => Promise<void>): Promise<void> {
    this.handlers.set(queue, handler as (job: Job<object>) => Promise<void>);
  }

  /** Creates the queues and starts their workers. The application's role may add jobs, in this schema alone. */
  async start(): Promise<void> {
    await this.boss.start();
    for (const queue of this.handlers.keys()) {
      await this.boss.createQueue(queue, {
        notify: true,
        retryLimit: 10,
        retryDelay: 1,
        retryBackoff: true,
        heartbeatSeconds: 10,
      });
    }
    const db = this.boss.getDb();
    // PostgreSQL refuses two who grant the same in the same moment, as nodes do that start together. Statements that are
    // sent together are one transaction.
    await db.executeSql(`
      SELECT pg_advisory_xact_lock(hashtextextended('${SCHEMA} grants', 0));
      GRANT USAGE ON SCHEMA ${SCHEMA} TO baton_app;
      GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA ${SCHEMA} TO baton_app;
      GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${SCHEMA} TO baton_app`);
    let pollMs = POLL_MS;
    for (const [queue, handler] of this.handlers) {
      // Each queue in its own rhythm: all of them asking in the same moment would hold everybody else up twice a second.
      pollMs += APART_MS;
      const options = {
        pollingIntervalSeconds: pollMs / 1_000,
        notifyPollingIntervalSeconds: pollMs / 1_000,
        localConcurrency: WORKERS,
        batchSize: BATCH,
        burstWhenBatchFull: true,
        perJobResults: true,
      } as const;
      await this.boss.work<Job<object>>(queue, options, (jobs) =>
        Promise.all(jobs.map((job) => this.settle(queue, job, handler))),
      );
    }
  }

  /** What became of one job of a batch: the others are none the worse for its failure. */
  private async settle(
    queue: string,
    { id, data }: { readonly id: string; readonly data: Job<object> },
    handler: (job: Job<object>) => Promise<void>,
  ): Promise<JobResult> {
    try {
      await handler(data);
      return { id, status: 'completed' };
    } catch (error) {
      this.logger.warn({ queue, error }, 'a job failed; it is done again');
      return { id, status: 'failed' };
    }
  }

  async stop(): Promise<void> {
    await this.boss.stop({ graceful: true, timeout: STOP_MS });
  }
}
