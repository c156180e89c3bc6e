import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files that visitors and agents send: what they are, their bytes, and how much a workspace has taken in a day. */
export class Files1763801003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE site ADD COLUMN files_allowed boolean NOT NULL DEFAULT true;
      CREATE TABLE file (
        workspace_id text NOT NULL,
        id text NOT NULL,
        visitor_id text NOT NULL,
        -- Null until the message that carries it is committed.
        conversation_id text,
        name text NOT NULL,
        type text NOT NULL,
        size integer NOT NULL,
        width integer,
        height integer,
        stored_on date NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (workspace_id, id),
        FOREIGN KEY (workspace_id, visitor_id) REFERENCES visitor ON DELETE CASCADE,
        FOREIGN KEY (workspace_id, conversation_id) REFERENCES conversation ON DELETE CASCADE
      );
      CREATE INDEX file_of_visitor ON file (workspace_id, visitor_id);
      CREATE INDEX file_of_conversation ON file (workspace_id, conversation_id);
      CREATE TABLE file_content (
        workspace_id text NOT NULL,
        file_id text NOT NULL,
        bytes bytea NOT NULL,
        PRIMARY KEY (workspace_id, file_id),
        FOREIGN KEY (workspace_id, file_id) REFERENCES file ON DELETE CASCADE
      );
      -- Pictures and archives are compressed already.
      ALTER TABLE file_content ALTER COLUMN bytes SET STORAGE EXTERNAL;
      CREATE TABLE file_day (
        workspace_id text NOT NULL REFERENCES workspace,
        stored_on date NOT NULL,
        files integer NOT NULL,
        bytes bigint NOT NULL,
        PRIMARY KEY (workspace_id, stored_on)
      );`);
    for (const table of ['file', 'file_content', 'file_day']) {
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
    await runner.query('DROP TABLE file_day, file_content, file');
    await runner.query('ALTER TABLE site DROP COLUMN files_allowed');
  }
}
