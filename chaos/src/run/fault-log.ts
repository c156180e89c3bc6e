import type { Checker } from '../checker/checker.ts';
import type { Episode, Scene } from '../faults/episode.ts';
import type { RecordEntry } from '../history/line.ts';
import type { Database } from '../world/database.ts';
import { patiently } from './retire.ts';

/** Brings one fault after the other, and looks after a crash whether what was acknowledged is there. */
export class FaultLog {
  count = 0;
  weather: 'fault' | 'calm' | 'healed' = 'calm';
  private readonly database: Database;
  private readonly record: RecordEntry;
  private readonly checker: Checker;

  constructor(database: Database, record: RecordEntry, checker: Checker) {
    this.database = database;
    this.record = record;
    this.checker = checker;
  }

  acknowledged(): number {
    return this.checker.acknowledged;
  }

  async run(episode: Episode, scene: Scene): Promise<void> {
    this.count += 1;
    this.record({ f: 'fault', kind: episode.kind, on: true, detail: episode.detail });
    await episode.run(scene);
    this.record({ f: 'fault', kind: episode.kind, on: false });
  }

  /** The latest acknowledgements, against the table itself. */
  async look(): Promise<void> {
    const asked = this.checker.latest.slice();
    const found = await patiently(() =>
      this.database.query<{ place: string }>(
        `SELECT place FROM unnest($1::text[]) AS place JOIN conversation_event ON conversation_id = split_part(place, '/', 1)
           AND seq = split_part(place, '/', 2)::int AND data->>'messageId' = split_part(place, '/', 3)`,
        [asked],
      ),
    );
    this.record({ f: 'look', asked, found: found.map(({ place }) => place) });
  }
}
