import type { HistoryLine, LogRow } from '../history/line.ts';

/** What has to happen at least once in a run; a run in which it never did has not tried the hard part. */
export const SOMETIMES = {
  'a retry hit an existing client id':
    'an acknowledgement was swallowed and the same line sent again got the same answer',
  'a resume replayed': 'a client that came back was given what it had missed',
  'a resume replayed more than 100': 'one that had missed more than a hundred events',
  'a lease was stolen': 'a turn that a dead or frozen node held was taken by another holder',
  'a takeover interrupted speech': 'a person took over while the assistant was speaking',
  'a commit-unknown was resolved':
    'the database connection died during COMMIT and the line was acknowledged later',
  'a crash point was hit': 'a node killed itself at a named point',
  'a node was frozen': 'a node was stopped and went on later',
  'the database was killed': 'PostgreSQL was ended without a checkpoint',
  'a page was reloaded in mid-send': 'a page was closed with lines that nobody had acknowledged',
  'a line was refused for want of room': 'a visitor typed more than a client keeps, and was told so',
  'two agents wanted the same conversation': 'one of them was told who has it',
  'a handoff found nobody': 'the visitor was told so',
  'a clock went backwards within a log': 'nodes disagreed about the time and the order held',
} as const;

/** What a run of a minute brings about by itself; the rest needs luck or time. */
export const SOMETIMES_SOON: readonly SometimesName[] = [
  'a retry hit an existing client id',
  'a resume replayed',
  'a lease was stolen',
  'a commit-unknown was resolved',
  'a crash point was hit',
  'a node was frozen',
  'the database was killed',
  'a page was reloaded in mid-send',
  'a line was refused for want of room',
];

export type SometimesName = keyof typeof SOMETIMES;

/** Watches a run for what has to happen in it. Only what is still open takes memory. */
export class Sometimes {
  readonly seen = new Map<SometimesName, number>();
  /** Crash points with how often each was hit. */
  readonly points = new Map<string, number>();
  private readonly swallowed = new Set<string>();
  private readonly unknown = new Set<string>();
  private readonly transmitted = new Map<string, number>();
  private readonly open = new Map<string, Set<string>>();

  take(line: HistoryLine): void {
    switch (line.f) {
      case 'swallowed':
        this.swallowed.add(line.messageId);
        return;
      case 'commit-unknown':
        if (line.cid) this.unknown.add(line.cid);
        return;
      case 'transmit':
        this.transmitted.set(
          `${line.of} ${line.cid}`,
          (this.transmitted.get(`${line.of} ${line.cid}`) ?? 0) + 1,
        );
        return;
      case 'send':
        this.takeSend(line);
        return;
      case 'reload':
        if ((this.open.get(line.proc)?.size ?? 0) > 0) this.note('a page was reloaded in mid-send');
        return;
      case 'batch':
        if (line.after === null || line.after === 0 || line.to === line.after) return;
        this.note('a resume replayed');
        if (line.to - line.after > 100) this.note('a resume replayed more than 100');
        return;
      case 'lease':
        if (line.state === 'stolen') this.note('a lease was stolen');
        return;
      case 'act':
        if (line.type === 'fail' && line.code === 'handoff_taken')
          this.note('two agents wanted the same conversation');
        return;
      case 'node':
        if (line.state === 'frozen') this.note('a node was frozen');
        if (line.state !== 'crashed') return;
        this.note('a crash point was hit');
        this.points.set(line.point ?? '', (this.points.get(line.point ?? '') ?? 0) + 1);
        return;
      case 'database':
        if (line.state === 'killed') this.note('the database was killed');
        return;
      default:
        return;
    }
  }

  /** A conversation's log, once it is complete. */
  see(rows: readonly LogRow[]): void {
    const changes = rows.filter(
      (row) => row.owner !== null && row.owner !== 'assistant' && row.owner !== 'queue',
    );
    if (
      changes.some((row) =>
        rows.slice(Math.max(0, row.seq - 4), row.seq - 1).some((before) => before.interrupted),
      )
    )
      this.note('a takeover interrupted speech');
    if (rows.some((row) => row.type === 'handoff.expired')) this.note('a handoff found nobody');
    // Milliseconds apart may be two requests that overtook each other; a second is a clock.
    if (rows.some((row, index) => row.at < (rows[index - 1]?.at ?? 0) - 1_000))
      this.note('a clock went backwards within a log');
  }

  /** Nothing about this visitor matters any more. */
  forget(of: string): void {
    for (const key of this.transmitted.keys()) if (key.startsWith(`${of} `)) this.transmitted.delete(key);
    for (const proc of this.open.keys()) if (proc === of || proc.startsWith(`${of}.`)) this.open.delete(proc);
  }

  missing(wanted: readonly SometimesName[]): readonly SometimesName[] {
    return wanted.filter((name) => !this.seen.has(name));
  }

  private takeSend(line: Extract<HistoryLine, { f: 'send' }>): void {
    const open = this.open.get(line.proc) ?? new Set<string>();
    this.open.set(line.proc, open);
    if (line.type === 'invoke') open.add(line.cid);
    else open.delete(line.cid);
    if (line.type === 'fail' && line.code === 'too_many_requests')
      this.note('a line was refused for want of room');
    if (line.type !== 'ok') return;
    const key = `${line.of} ${line.cid}`;
    if (this.swallowed.delete(line.messageId) && (this.transmitted.get(key) ?? 0) > 1)
      this.note('a retry hit an existing client id');
    if (this.unknown.delete(line.cid)) this.note('a commit-unknown was resolved');
    this.transmitted.delete(key);
    if (open.size === 0) this.open.delete(line.proc);
  }

  private note(name: SometimesName): void {
    this.seen.set(name, (this.seen.get(name) ?? 0) + 1);
  }
}
