import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = ['model_call', 'model_usage_day'] as const;

/** Every call of a model, and what visitors and workspaces have used in a day. */
export class ModelUsage1763720001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE model_call (
        workspace_id text NOT NULL REFERENCES workspace,
        conversation_id text NOT NULL,
        turn_id text NOT NULL,
        lane text NOT NULL,
        model text NOT NULL,
        input_tokens integer NOT NULL,
        output_tokens integer NOT NULL,
        counted boolean NOT NULL,
        failure text,
        at timestamptz NOT NULL,
        FOREIGN KEY (workspace_id, conversation_id) REFERENCES conversation
      )`);
    await runner.query('CREATE INDEX model_call_at ON model_call (workspace_id, at)');
    await runner.query(`
      CREATE TABLE model_usage_day (
        workspace_id text NOT NULL REFERENCES workspace,
        day date NOT NULL,
        visitor_id text NOT NULL,
        tokens bigint NOT NULL,
        PRIMARY KEY (workspace_id, day, visitor_id)
      )`);
    for (const table of TABLES) {
      await runner.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`);
      await runner.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
      await runner.query(`
        CREATE POLICY ${table}_workspace ON ${table} TO baton_app
        USING (workspace_id = nullif(current_setting('baton.workspace_id', true), ''))
        WITH CHECK (workspace_id = nullif(current_setting('baton.workspace_id', true), ''))`);
      await runner.query(`GRANT SELECT, INSERT ON ${table} TO baton_app`);
    }
    await runner.query('GRANT UPDATE ON model_usage_day TO baton_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [...TABLES].reverse()) await runner.query(`DROP TABLE ${table}`);
  }
}
