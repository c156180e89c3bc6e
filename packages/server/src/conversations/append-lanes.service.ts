import type { WorkspaceId } from '@baton/shared-types';
import { Inject, Injectable } from '@nestjs/common';
import { concernsEverybody, UNIT_OF_WORK, type UnitOfWork } from '../database/index.js';
import { OperationalError } from '../kernel/errors.js';
import { AppendBatch } from './append-batch.service.js';
import type { AppendTask, Settled, Written } from './append-task.js';

/** Appends that one transaction carries at most. */
const BATCH = 48;
/**
 * Transactions of one workspace at a time: while one is being prepared another one is in the database, and a third one
 * is being acknowledged.
 */
const LANES = 3;
/** Appends that may wait in one workspace; more than that are refused for now. */
const MOST_WAITING = 10_000;
/** How often an append that is on its own looks again for a conversation that somebody else begins or closes. */
const ATTEMPTS = 3;

interface Waiting {
  readonly task: AppendTask;
  readonly key: string;
  resolve(written: Written): void;
  reject(reason: unknown): void;
}

interface Line {
  readonly waiting: Waiting[];
  /** Conversations and visitors whose append is under way on this node. */
  readonly busy: Set<string>;
  running: number;
  isCalled: boolean;
}

/**
 * Group commit. Appends of one workspace that come while others are being committed share the next transaction, and
 * so its round trips and its wait for the disk. None of them depends on another: whatever stops a shared
 * transaction, each of its appends is then done on its own, and only the one that is bad fails.
 */
@Injectable()
export class AppendLanes {
  private readonly lines = new Map<WorkspaceId, Line>();

  constructor(
    @Inject(UNIT_OF_WORK) private readonly unitOfWork: UnitOfWork,
    @Inject(AppendBatch) private readonly batch: AppendBatch,
  ) {}

  /** Resolves after COMMIT. Rejects with the refusal of `decide`, or as the unit of work does. */
  append(workspaceId: WorkspaceId, task: AppendTask): Promise<Written> {
    return new Promise((resolve, reject) => {
      const line = this.lineOf(workspaceId);
      if (line.waiting.length >= MOST_WAITING) return reject(new OperationalError('unavailable'));
      line.waiting.push({ task, key: keyOf(task), resolve, reject });
      this.call(workspaceId, line);
    });
  }

  private lineOf(workspaceId: WorkspaceId): Line {
    const known = this.lines.get(workspaceId);
    if (known) return known;
    const line: Line = { waiting: [], busy: new Set(), running: 0, isCalled: false };
    this.lines.set(workspaceId, line);
    return line;
  }

  /** Once everything that has arrived by now has been read: what comes in one breath goes in one transaction. */
  private call(workspaceId: WorkspaceId, line: Line): void {
    if (line.isCalled) return;
    line.isCalled = true;
    setImmediate(() => {
      line.isCalled = false;
      while (line.running < LANES) {
        const together = takeTogether(line);
        if (together.length === 0) break;
        void this.carry(workspaceId, line, together);
      }
      if (line.busy.size === 0 && line.waiting.length === 0) this.lines.delete(workspaceId);
    });
  }

  private async carry(workspaceId: WorkspaceId, line: Line, together: readonly Waiting[]): Promise<void> {
    line.running += 1;
    const left = await this.together(workspaceId, together);
    line.running -= 1;
    for (const each of together) if (!left.includes(each)) line.busy.delete(each.key);
    for (const each of left)
      void this.alone(workspaceId, each).finally(() => this.leave(workspaceId, line, each));
    this.call(workspaceId, line);
  }

  private leave(workspaceId: WorkspaceId, line: Line, { key }: Waiting): void {
    line.busy.delete(key);
    this.call(workspaceId, line);
  }

  /** Those that are to be done on their own. */
  private async together(
    workspaceId: WorkspaceId,
    together: readonly Waiting[],
  ): Promise<readonly Waiting[]> {
    const tasks = together.map(({ task }) => task);
    try {
      const settled = await this.unitOfWork.inWorkspace(workspaceId, (tx) =>
        this.batch.run(tx, workspaceId, tasks, false),
      );
      return together.filter((each, index) => !answer(each, settled[index]));
    } catch (reason) {
      // Nothing was written, or, if the connection broke at the commit, nobody knows: only a client's retry may tell.
      if (!concernsEverybody(reason)) return together;
      for (const each of together) each.reject(reason);
      return [];
    }
  }

  private async alone(workspaceId: WorkspaceId, each: Waiting): Promise<void> {
    try {
      for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
        const [settled] = await this.unitOfWork.inWorkspace(workspaceId, (tx) =>
          this.batch.run(tx, workspaceId, [each.task], true),
        );
        if (answer(each, settled)) return;
      }
      each.reject(new OperationalError('unavailable'));
    } catch (reason) {
      each.reject(reason);
    }
  }
}

function keyOf({ target }: AppendTask): string {
  return 'conversationId' in target ? target.conversationId : target.begin.visitorId;
}

/** The next ones in line, one for each conversation: a second one of the same has to see what the first has written. */
function takeTogether(line: Line): readonly Waiting[] {
  const together: Waiting[] = [];
  const staying: Waiting[] = [];
  for (const each of line.waiting) {
    if (together.length < BATCH && !line.busy.has(each.key)) {
      line.busy.add(each.key);
      together.push(each);
    } else staying.push(each);
  }
  line.waiting.splice(0, line.waiting.length, ...staying);
  return together;
}

/** False when it is for later. */
function answer(each: Waiting, settled: Settled | undefined): boolean {
  if (settled?.kind === 'written') each.resolve(settled.written);
  else if (settled?.kind === 'refused') each.reject(settled.reason);
  else return false;
  return true;
}
