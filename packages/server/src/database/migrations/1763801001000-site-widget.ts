import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a site changes about its widget, and what visitors answered to its question for consent. */
export class SiteWidget1763801001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE site ADD COLUMN widget jsonb NOT NULL DEFAULT '{}';
      CREATE TABLE visitor_consent (
        workspace_id text NOT NULL,
        visitor_id text NOT NULL,
        decided_at timestamptz NOT NULL,
        granted boolean NOT NULL,
        version text NOT NULL,
        text text NOT NULL,
        PRIMARY KEY (workspace_id, visitor_id, decided_at),
        FOREIGN KEY (workspace_id, visitor_id) REFERENCES visitor
      );
      ALTER TABLE visitor_consent ENABLE ROW LEVEL SECURITY;
      ALTER TABLE visitor_consent FORCE ROW LEVEL SECURITY;
      CREATE POLICY visitor_consent_workspace ON visitor_consent TO baton_app
        USING (workspace_id = nullif(current_setting('baton.workspace_id', true), ''))
        WITH CHECK (workspace_id = nullif(current_setting('baton.workspace_id', true), ''));
      GRANT SELECT, INSERT ON visitor_consent TO baton_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE visitor_consent; ALTER TABLE site DROP COLUMN widget');
  }
}
