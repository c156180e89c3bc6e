import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Teams and what agents can do, the ladder of a handoff, the kill switch of a workspace, and the audit trail. */
export class Routing1763730001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE agent DROP CONSTRAINT agent_role_check;
      ALTER TABLE agent
        ADD CONSTRAINT agent_role_check CHECK (role IN ('agent', 'supervisor', 'admin')),
        ADD COLUMN presence_reason text,
        ADD COLUMN presence_since timestamptz NOT NULL DEFAULT now(),
        ADD COLUMN teams text[] NOT NULL DEFAULT '{}',
        ADD COLUMN skills text[] NOT NULL DEFAULT '{}',
        ADD COLUMN languages text[] NOT NULL DEFAULT '{}',
        ADD COLUMN regions text[] NOT NULL DEFAULT '{}',
        ADD COLUMN capacity integer NOT NULL DEFAULT 5 CHECK (capacity BETWEEN 1 AND 100),
        ADD COLUMN hours jsonb;
      CREATE TABLE team (
        workspace_id text NOT NULL REFERENCES workspace,
        key text NOT NULL,
        name text NOT NULL,
        choose text NOT NULL CHECK (choose IN ('least_busy', 'longest_idle', 'sticky')),
        hours jsonb,
        PRIMARY KEY (workspace_id, key)
      );
      CREATE TABLE account (
        workspace_id text NOT NULL REFERENCES workspace,
        domain text NOT NULL,
        status text NOT NULL CHECK (status IN ('customer', 'prospect', 'partner')),
        owner_id text,
        PRIMARY KEY (workspace_id, domain),
        FOREIGN KEY (workspace_id, owner_id) REFERENCES agent
      );
      ALTER TABLE workspace
        ADD COLUMN automation_paused boolean NOT NULL DEFAULT false,
        ADD COLUMN automation_reason text;
      ALTER TABLE handoff DROP CONSTRAINT handoff_state_check;
      ALTER TABLE handoff
        ADD CONSTRAINT handoff_state_check
          CHECK (state IN ('requested', 'offered', 'expired', 'live', 'returned', 'transferred', 'closed')),
        ADD COLUMN rung text,
        ADD COLUMN offers integer NOT NULL DEFAULT 0,
        ADD COLUMN asked text[] NOT NULL DEFAULT '{}',
        ADD COLUMN declined text[] NOT NULL DEFAULT '{}',
        ADD COLUMN directed_to jsonb,
        ADD COLUMN team text,
        ADD COLUMN priority integer NOT NULL DEFAULT 2,
        ADD COLUMN promised_by timestamptz,
        ADD COLUMN accepted_at timestamptz,
        ADD COLUMN first_reply_by timestamptz,
        ADD COLUMN changed_at timestamptz NOT NULL DEFAULT now();
      CREATE INDEX handoff_live ON handoff (workspace_id, agent_id) WHERE state = 'live';
      CREATE INDEX handoff_agent ON handoff (workspace_id, agent_id, accepted_at);
      CREATE INDEX handoff_unsettled ON handoff (changed_at) WHERE state IN ('requested', 'offered', 'expired', 'live');
      CREATE TABLE audit_head (
        workspace_id text PRIMARY KEY REFERENCES workspace,
        seq bigint NOT NULL,
        hash text NOT NULL
      );
      CREATE TABLE audit_entry (
        workspace_id text NOT NULL REFERENCES workspace,
        seq bigint NOT NULL,
        entry jsonb NOT NULL,
        prev text NOT NULL,
        hash text NOT NULL,
        PRIMARY KEY (workspace_id, seq)
      );`);
    for (const table of ['team', 'account', 'audit_head', 'audit_entry']) {
      await runner.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`);
      await runner.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
      await runner.query(`
        CREATE POLICY ${table}_workspace ON ${table} TO baton_app
        USING (workspace_id = nullif(current_setting('baton.workspace_id', true), ''))
        WITH CHECK (workspace_id = nullif(current_setting('baton.workspace_id', true), ''))`);
      await runner.query(`GRANT SELECT, INSERT ON ${table} TO baton_app`);
    }
    await runner.query('GRANT UPDATE ON team, account, audit_head TO baton_app');
    await runner.query('GRANT DELETE ON account TO baton_app');
    // The sweep looks over all workspaces for what is overdue; it learns ids and times and nothing else.
    await runner.query('CREATE POLICY handoff_sweep ON handoff FOR SELECT TO baton_system USING (true)');
    await runner.query(`GRANT SELECT (workspace_id, id, state, agent_id, deadline_at, promised_by, accepted_at,
      first_reply_by, changed_at) ON handoff TO baton_system`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE audit_entry, audit_head, account, team');
  }
}
