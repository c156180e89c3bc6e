import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keys by which customers sign who their visitors are, and what follows from a signed identity. */
export class VisitorIdentity1763750500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE site ADD COLUMN identity_enforced boolean NOT NULL DEFAULT false;
      CREATE TABLE site_identity_key (
        workspace_id text NOT NULL,
        site_id text NOT NULL,
        kid text NOT NULL,
        algorithm text NOT NULL CHECK (algorithm IN ('HS256', 'RS256', 'ES256')),
        material text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        retired_at timestamptz,
        PRIMARY KEY (workspace_id, site_id, kid),
        FOREIGN KEY (workspace_id, site_id) REFERENCES site
      );
      CREATE TABLE identity_use (
        workspace_id text NOT NULL REFERENCES workspace,
        token_hash text NOT NULL,
        first_used_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        PRIMARY KEY (workspace_id, token_hash)
      );
      ALTER TABLE visitor ADD COLUMN subject text, ADD COLUMN identity jsonb;
      CREATE UNIQUE INDEX visitor_subject ON visitor (workspace_id, site_id, subject) WHERE subject IS NOT NULL;
      ALTER TABLE visitor_session ADD COLUMN verified_until timestamptz, ADD COLUMN identity_kid text;
      CREATE INDEX visitor_session_visitor ON visitor_session (workspace_id, visitor_id) WHERE revoked_at IS NULL;`);
    for (const table of ['site_identity_key', 'identity_use']) {
      await runner.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`);
      await runner.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
      await runner.query(`
        CREATE POLICY ${table}_workspace ON ${table} TO baton_app
        USING (workspace_id = nullif(current_setting('baton.workspace_id', true), ''))
        WITH CHECK (workspace_id = nullif(current_setting('baton.workspace_id', true), ''))`);
      await runner.query(`GRANT SELECT, INSERT, UPDATE ON ${table} TO baton_app`);
    }
    await runner.query('GRANT DELETE ON identity_use TO baton_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE identity_use, site_identity_key;
      ALTER TABLE visitor_session DROP COLUMN verified_until, DROP COLUMN identity_kid;
      ALTER TABLE visitor DROP COLUMN subject, DROP COLUMN identity;
      ALTER TABLE site DROP COLUMN identity_enforced`);
  }
}
