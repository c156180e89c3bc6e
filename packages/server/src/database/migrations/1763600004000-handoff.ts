import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The queue of handoffs and the agents' inbox: projections of the log, kept inside its appends. */
export class Handoff1763600004000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE handoff (
        workspace_id text NOT NULL,
        id text NOT NULL,
        conversation_id text NOT NULL,
        state text NOT NULL CHECK (state IN ('requested', 'offered', 'expired', 'live', 'returned', 'closed')),
        reason text NOT NULL,
        requested_seq integer NOT NULL,
        requested_at timestamptz NOT NULL,
        deadline_at timestamptz,
        offered_to text[] NOT NULL DEFAULT '{}',
        agent_id text,
        times_expired integer NOT NULL DEFAULT 0,
        PRIMARY KEY (workspace_id, id),
        FOREIGN KEY (workspace_id, conversation_id) REFERENCES conversation
      );
      CREATE INDEX handoff_waiting ON handoff (workspace_id, requested_at) WHERE state IN ('requested', 'offered', 'expired');
      CREATE INDEX handoff_conversation ON handoff (workspace_id, conversation_id, requested_seq);
      CREATE TABLE inbox_row (
        workspace_id text NOT NULL,
        conversation_id text NOT NULL,
        row jsonb NOT NULL,
        status text NOT NULL,
        last_at timestamptz NOT NULL,
        PRIMARY KEY (workspace_id, conversation_id),
        FOREIGN KEY (workspace_id, conversation_id) REFERENCES conversation
      );
      CREATE INDEX inbox_row_latest ON inbox_row (workspace_id, status, last_at DESC);`);
    for (const table of ['handoff', 'inbox_row']) {
      await runner.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`);
      await runner.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
      await runner.query(`
        CREATE POLICY ${table}_workspace ON ${table} TO baton_app
        USING (workspace_id = nullif(current_setting('baton.workspace_id', true), ''))
        WITH CHECK (workspace_id = nullif(current_setting('baton.workspace_id', true), ''))`);
      await runner.query(`GRANT SELECT, INSERT, UPDATE ON ${table} TO baton_app`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE inbox_row, handoff');
  }
}
