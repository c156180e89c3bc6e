import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = ['playbook_draft', 'playbook_golden'] as const;

/** A workspace's draft and its golden conversations; which version a version was restored from. */
export class PlaybookStudio1763720002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE playbook ADD COLUMN restored_from integer');
    await runner.query(`
      CREATE TABLE playbook_draft (
        workspace_id text PRIMARY KEY REFERENCES workspace,
        yaml text NOT NULL,
        revision integer NOT NULL CHECK (revision > 0),
        saved_at timestamptz NOT NULL,
        saved_by text NOT NULL
      )`);
    await runner.query(`
      CREATE TABLE playbook_golden (
        workspace_id text PRIMARY KEY REFERENCES workspace,
        conversations jsonb NOT NULL,
        saved_at timestamptz NOT NULL,
        saved_by text NOT NULL
      )`);
    for (const table of TABLES) {
      await runner.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`);
      await runner.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
      await runner.query(`
        CREATE POLICY ${table}_workspace ON ${table} TO baton_app
        USING (workspace_id = nullif(current_setting('baton.workspace_id', true), ''))
        WITH CHECK (workspace_id = nullif(current_setting('baton.workspace_id', true), ''))`);
      await runner.query(`GRANT SELECT, INSERT, UPDATE ON ${table} TO baton_app`);
    }
    await runner.query('GRANT DELETE ON playbook_draft TO baton_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [...TABLES].reverse()) await runner.query(`DROP TABLE ${table}`);
    await runner.query('ALTER TABLE playbook DROP COLUMN restored_from');
  }
}
