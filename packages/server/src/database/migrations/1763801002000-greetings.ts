import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How often each greeting of a site was shown, by day. */
export class Greetings1763801002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE greeting_shown (
        workspace_id text NOT NULL,
        site_id text NOT NULL,
        key text NOT NULL,
        shown_on date NOT NULL,
        times integer NOT NULL,
        PRIMARY KEY (workspace_id, site_id, key, shown_on),
        FOREIGN KEY (workspace_id, site_id) REFERENCES site
      );
      ALTER TABLE greeting_shown ENABLE ROW LEVEL SECURITY;
      ALTER TABLE greeting_shown FORCE ROW LEVEL SECURITY;
      CREATE POLICY greeting_shown_workspace ON greeting_shown TO baton_app
        USING (workspace_id = nullif(current_setting('baton.workspace_id', true), ''))
        WITH CHECK (workspace_id = nullif(current_setting('baton.workspace_id', true), ''));
      GRANT SELECT, INSERT, UPDATE ON greeting_shown TO baton_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE greeting_shown');
  }
}
