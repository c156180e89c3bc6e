import { setTimeout as sleep } from 'node:timers/promises';
import type { LogRow, RecordEntry } from '../history/line.ts';
import type { Observer } from '../people/observer.ts';
import type { Register } from '../people/register.ts';
import { SharedStorage } from '../people/shared-storage.ts';
import { Tab, type TabOptions } from '../people/tab.ts';
import type { World } from '../world/world.ts';

/** What one visitor leaves behind for the judge. */
export interface Leaving {
  readonly name: string;
  readonly visitorId: () => string | null;
  readonly token: () => string | null;
  readonly tabs: readonly Tab[];
  hasUnsent(): boolean;
  /** Ends the conversation. */
  close(): Promise<void>;
  leave(): void;
}

export interface RetireOptions {
  readonly world: World;
  readonly record: RecordEntry;
  readonly register: Register;
  readonly observer: Observer;
  /** A second one, that has followed nothing. */
  readonly freshObserver: Observer;
  readonly weather: () => 'fault' | 'calm' | 'healed';
  readonly tab: Omit<TabOptions, 'proc' | 'of' | 'storage' | 'record' | 'register'>;
}

/** How long coming to rest may take once no fault comes any more: twice the longest back-off. */
const PATIENCE_MS = 60_000;
/** And while others still come, not counting them: the next one may hit whoever has just come back. */
const PATIENCE_BETWEEN_FAULTS_MS = 150_000;
const LOOK_MS = 400;

interface Standing {
  readonly conv: string;
  readonly head: number;
  readonly due: boolean;
  readonly owner: string;
  readonly status: string;
}

/**
 * Waits until nothing is owed to a visitor any more, compares what everybody holds with a fresh reader, and writes
 * down the logs. What does not come to rest in time is written down as such.
 */
export async function retire(leaving: Leaving, options: RetireOptions): Promise<void> {
  const { world, record, register, observer, freshObserver } = options;
  const { name } = leaving;
  register.leave(name);
  await until(
    options.weather,
    () => !leaving.hasUnsent(),
    (ms) =>
      record({ f: 'stuck', about: 'sender', what: `${name} still waits for acknowledgements`, afterMs: ms }),
  );
  const conversations = () => {
    const id = leaving.visitorId();
    return id ? world.database.listConversations(id) : Promise.resolve([]);
  };
  let standing = await restOf(leaving, options, conversations);
  // What was ended in the middle of a word owes nothing.
  for (const { conv, head, status } of standing)
    if (status === 'open') record({ f: 'rest', of: name, conv, head });
  if (standing.some(({ status }) => status === 'open')) {
    await until(
      options.weather,
      async () => {
        await leaving.close().catch(() => undefined);
        standing = await conversations();
        return standing.every(({ status }) => status === 'closed');
      },
      (ms) =>
        record({ f: 'stuck', about: 'sender', what: `${name} could not end the conversation`, afterMs: ms }),
    );
    standing = await restOf(leaving, options, conversations);
  }
  const last = standing.at(-1);
  for (const tab of leaving.tabs) tab.recordView();
  if (last) await readAfresh(leaving, options, last);
  for (const { conv, head } of standing) {
    if (observer.place(conv) === null) continue;
    observer.settle(conv, false);
    await freshObserver.lookOnce(conv, head);
  }
  leaving.leave();
  for (const { conv } of standing)
    record({ f: 'log', of: name, conv, rows: await patiently(() => world.database.readLog(conv)) });
  record({ f: 'retire', of: name, convs: standing.map(({ conv }) => conv) });
  register.forget(name);
}

/** Waits until no turn is due, no handoff hangs, nobody holds it and everybody has read to the end. */
async function restOf(
  leaving: Leaving,
  options: RetireOptions,
  conversations: () => Promise<readonly Standing[]>,
): Promise<readonly Standing[]> {
  const { world, record, register, observer } = options;
  let standing: readonly Standing[] = [];
  let about: 'turn' | 'reader' | 'handoff' | null = null;
  let before = '';
  await until(
    options.weather,
    async () => {
      standing = await conversations();
      about = null;
      const last = standing.at(-1);
      if (
        standing.some(({ due, status }) => due && status === 'open') ||
        standing.some(({ conv }) => register.isHeld(conv))
      )
        about = 'turn';
      else if (
        last &&
        (leaving.tabs.some((tab) => !isAt(tab, last)) ||
          standing.some(({ conv, head }) => !observer.isAt(conv, head)))
      )
        about = 'reader';
      else if (
        last?.status === 'open' &&
        last.owner === 'queue' &&
        hangs(await world.database.readLog(last.conv))
      )
        about = 'handoff';
      const now = JSON.stringify(standing);
      const still = now === before;
      before = now;
      return about === null && still;
    },
    (ms) =>
      record({
        f: 'stuck',
        about: about ?? 'turn',
        what: `${leaving.name} has not come to rest (${about ?? 'it goes on changing'}): ${JSON.stringify(standing)} tabs at ${leaving.tabs.map((tab) => tab.client.cursor.peek()).join(', ')}, observer at ${standing.map(({ conv }) => observer.place(conv)).join(', ')}`,
        afterMs: ms,
      }),
  );
  return standing;
}

/** Another device with the same visitor, that has read nothing yet. */
async function readAfresh(leaving: Leaving, options: RetireOptions, last: Standing): Promise<void> {
  const storage = new SharedStorage();
  const token = leaving.token();
  if (!token) return;
  storage.openFor('nobody').set(`baton:${options.tab.siteKey}:token`, token);
  const { record, register } = options;
  const fresh = new Tab({
    ...options.tab,
    proc: `${leaving.name}.fresh`,
    of: leaving.name,
    storage,
    record,
    register,
  });
  await until(
    options.weather,
    () => isAt(fresh, last),
    (ms) =>
      record({
        f: 'stuck',
        about: 'reader',
        what: `a fresh reader of ${leaving.name} stands at ${fresh.client.cursor.peek()} of ${last.head}`,
        afterMs: ms,
      }),
  );
  fresh.recordView(true);
  fresh.close();
}

function isAt({ client }: Tab, { conv, head }: Standing): boolean {
  return client.view.peek()?.conversationId === conv && client.cursor.peek() === head;
}

/** A request for a person that is neither accepted, nor given up, nor taken back. */
function hangs(rows: readonly LogRow[]): boolean {
  const step = rows.findLast((row) => row.type.startsWith('handoff.') && row.type !== 'handoff.declined');
  return step?.type === 'handoff.requested' || step?.type === 'handoff.offered';
}

/** Asks again and again, also while the database is away. */
async function until(
  weather: RetireOptions['weather'],
  isDone: () => boolean | Promise<boolean>,
  tooLate: (ms: number) => void,
): Promise<void> {
  let waited = 0;
  for (;;) {
    const from = performance.now();
    if (
      await Promise.resolve()
        .then(isDone)
        .catch(() => false)
    )
      return;
    await sleep(LOOK_MS);
    if (weather() !== 'fault') waited += performance.now() - from;
    if (waited > (weather() === 'healed' ? PATIENCE_MS : PATIENCE_BETWEEN_FAULTS_MS)) return tooLate(waited);
  }
}

export async function patiently<T>(ask: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ask();
    } catch (error) {
      if (attempt > 60) throw error;
      await sleep(500);
    }
  }
}
