import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = ['playbook', 'model_usage'] as const;

/** Published playbooks, and what each conversation has used of the model's budget. */
export class Playbook1763600003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE playbook (
        workspace_id text NOT NULL REFERENCES workspace,
        id text NOT NULL,
        version integer NOT NULL CHECK (version > 0),
        hash text NOT NULL,
        yaml text NOT NULL,
        published_at timestamptz NOT NULL,
        published_by text,
        PRIMARY KEY (workspace_id, version)
      )`);
    await runner.query(`
      CREATE TABLE model_usage (
        workspace_id text NOT NULL,
        conversation_id text NOT NULL,
        tokens integer NOT NULL,
        PRIMARY KEY (workspace_id, conversation_id),
        FOREIGN KEY (workspace_id, conversation_id) REFERENCES conversation
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
    // A published playbook never changes, by grant and not by promise: the current one is the highest version.
    await runner.query('GRANT UPDATE ON model_usage TO baton_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [...TABLES].reverse()) await runner.query(`DROP TABLE ${table}`);
  }
}
