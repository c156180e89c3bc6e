import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What reports have read from each conversation's log. */
export class Reports1763740002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE conversation_facts (
        workspace_id text NOT NULL,
        conversation_id text NOT NULL,
        head integer NOT NULL,
        version integer NOT NULL,
        started_at timestamptz,
        facts jsonb NOT NULL,
        PRIMARY KEY (workspace_id, conversation_id),
        FOREIGN KEY (workspace_id, conversation_id) REFERENCES conversation ON DELETE CASCADE
      );
      CREATE INDEX conversation_facts_started ON conversation_facts (workspace_id, started_at);
      ALTER TABLE conversation_facts ENABLE ROW LEVEL SECURITY;
      ALTER TABLE conversation_facts FORCE ROW LEVEL SECURITY;
      CREATE POLICY conversation_facts_workspace ON conversation_facts TO baton_app
        USING (workspace_id = nullif(current_setting('baton.workspace_id', true), ''))
        WITH CHECK (workspace_id = nullif(current_setting('baton.workspace_id', true), ''));
      GRANT SELECT, INSERT, UPDATE, DELETE ON conversation_facts TO baton_app;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE conversation_facts');
  }
}
