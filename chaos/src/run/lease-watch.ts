import type { RecordEntry } from '../history/line.ts';
import type { Database } from '../world/database.ts';

/** Notes whose turns are held when a node dies or freezes, and whether somebody else has taken them since. */
export class LeaseWatch {
  private held = new Map<string, string>();
  private readonly database: Database;
  private readonly record: RecordEntry;

  constructor(database: Database, record: RecordEntry) {
    this.database = database;
    this.record = record;
  }

  async note(): Promise<void> {
    for (const { conv, token } of await this.read()) {
      if (!token || this.held.has(conv)) continue;
      this.held.set(conv, token);
      this.record({ f: 'lease', conv, state: 'held' });
    }
  }

  /** Of those that were noted: another token now means another holder. */
  async look(): Promise<void> {
    const now = new Map((await this.read()).map(({ conv, token }) => [conv, token]));
    for (const [conv, token] of this.held) {
      const other = now.get(conv);
      if (other === token) continue;
      this.held.delete(conv);
      if (other) this.record({ f: 'lease', conv, state: 'stolen' });
    }
  }

  async settle(): Promise<void> {
    await this.look();
    this.held = new Map();
  }

  private async read(): Promise<readonly { readonly conv: string; readonly token: string | null }[]> {
    return this.database
      .query<{ conv: string; token: string | null }>(
        'SELECT id AS conv, turn_lease_token AS token FROM conversation WHERE turn_due_at IS NOT NULL',
      )
      .catch(() => []);
  }
}
