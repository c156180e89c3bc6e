import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the console needs beside the log: canned replies, the search index, where the widget was seen, a quick inbox. */
export class Desk1763740001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE snippet (
        workspace_id text NOT NULL REFERENCES workspace,
        id text NOT NULL,
        shortcut text NOT NULL,
        title text NOT NULL,
        body text NOT NULL,
        updated_by text NOT NULL,
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (workspace_id, id),
        UNIQUE (workspace_id, shortcut)
      );
      -- Ranges over a term must mean prefixes, whatever the collation of the database.
      CREATE TABLE search_posting (
        workspace_id text NOT NULL,
        term text COLLATE "C" NOT NULL,
        conversation_id text NOT NULL,
        seq integer NOT NULL,
        PRIMARY KEY (workspace_id, term, conversation_id),
        FOREIGN KEY (workspace_id, conversation_id) REFERENCES conversation ON DELETE CASCADE
      );
      CREATE INDEX search_posting_conversation ON search_posting (workspace_id, conversation_id);
      CREATE TABLE search_progress (
        workspace_id text NOT NULL,
        conversation_id text NOT NULL,
        head integer NOT NULL,
        PRIMARY KEY (workspace_id, conversation_id),
        FOREIGN KEY (workspace_id, conversation_id) REFERENCES conversation ON DELETE CASCADE
      );
      CREATE TABLE site_sighting (
        workspace_id text NOT NULL,
        site_id text NOT NULL,
        origin text NOT NULL,
        accepted boolean NOT NULL,
        last_seen_at timestamptz NOT NULL,
        PRIMARY KEY (workspace_id, site_id, origin),
        FOREIGN KEY (workspace_id, site_id) REFERENCES site ON DELETE CASCADE
      );
      CREATE INDEX inbox_row_with_people ON inbox_row (workspace_id, last_at DESC)
        WHERE status = 'open' AND (row->'handoff' <> 'null'::jsonb OR row->'owner'->>'kind' <> 'assistant');`);
    for (const table of ['snippet', 'search_posting', 'search_progress', 'site_sighting']) {
      await runner.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`);
      await runner.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
      await runner.query(`
        CREATE POLICY ${table}_workspace ON ${table} TO baton_app
        USING (workspace_id = nullif(current_setting('baton.workspace_id', true), ''))
        WITH CHECK (workspace_id = nullif(current_setting('baton.workspace_id', true), ''))`);
      await runner.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO baton_app`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX inbox_row_with_people');
    await runner.query('DROP TABLE site_sighting, search_progress, search_posting, snippet');
  }
}
