import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the beginning of a long log amounts to, so that a turn does not read it again. */
export class LogCheckpoints1763804001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE log_checkpoint (
        workspace_id text NOT NULL,
        conversation_id text NOT NULL,
        -- The last event that is in it.
        seq integer NOT NULL CHECK (seq > 0),
        -- Which fold it is of: one that this build does not know is no use to it.
        fold integer NOT NULL,
        -- As it was written, the order of its keys included; nothing looks inside.
        held json NOT NULL,
        PRIMARY KEY (workspace_id, conversation_id),
        FOREIGN KEY (workspace_id, conversation_id) REFERENCES conversation ON DELETE CASCADE
      );
      ALTER TABLE log_checkpoint ENABLE ROW LEVEL SECURITY;
      ALTER TABLE log_checkpoint FORCE ROW LEVEL SECURITY;
      CREATE POLICY log_checkpoint_workspace ON log_checkpoint TO baton_app
        USING (workspace_id = nullif(current_setting('baton.workspace_id', true), ''))
        WITH CHECK (workspace_id = nullif(current_setting('baton.workspace_id', true), ''));
      GRANT SELECT, INSERT, UPDATE, DELETE ON log_checkpoint TO baton_app;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE log_checkpoint');
  }
}
