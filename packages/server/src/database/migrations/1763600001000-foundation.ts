import type { MigrationInterface, QueryRunner } from 'typeorm';

const APP_TABLES = [
  'workspace',
  'site',
  'visitor',
  'visitor_session',
  'agent',
  'agent_session',
  'sign_in_link',
  'socket_ticket',
  'conversation',
  'conversation_event',
] as const;

/** Tables that the system role reads to find out which workspace a request belongs to. */
const LOOKUP_TABLES = [
  'workspace',
  'site',
  'visitor_session',
  'agent',
  'agent_session',
  'sign_in_link',
  'socket_ticket',
] as const;

/** Roles, the tables of identity and conversations, and the isolation between workspaces. */
export class Foundation1763600001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE EXTENSION IF NOT EXISTS pg_trgm');
    for (const role of ['baton_app', 'baton_system']) {
      // Roles belong to the cluster, not to the database: another database may have made them already.
      await runner.query(`
        DO $$ BEGIN CREATE ROLE ${role} NOLOGIN NOSUPERUSER NOBYPASSRLS;
        EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$`);
      await runner.query(`GRANT ${role} TO CURRENT_USER`);
      await runner.query(`GRANT USAGE ON SCHEMA public TO ${role}`);
    }
    await runner.query(TABLES);
    for (const table of APP_TABLES) {
      await runner.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`);
      await runner.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
      await runner.query(`
        CREATE POLICY ${table}_workspace ON ${table} TO baton_app
        USING (workspace_id = nullif(current_setting('baton.workspace_id', true), ''))
        WITH CHECK (workspace_id = nullif(current_setting('baton.workspace_id', true), ''))`);
      await runner.query(`GRANT SELECT, INSERT, UPDATE ON ${table} TO baton_app`);
    }
    // The log is append-only for the application, by grant and not by promise.
    await runner.query('REVOKE UPDATE ON conversation_event FROM baton_app');
    for (const table of LOOKUP_TABLES) {
      await runner.query(`CREATE POLICY ${table}_lookup ON ${table} FOR SELECT TO baton_system USING (true)`);
      await runner.query(`GRANT SELECT ON ${table} TO baton_system`);
    }
    await runner.query(
      'CREATE POLICY conversation_lookup ON conversation FOR SELECT TO baton_system USING (true)',
    );
    await runner.query(
      'GRANT SELECT (workspace_id, id, turn_due_at, turn_lease_until) ON conversation TO baton_system',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [...APP_TABLES].reverse()) await runner.query(`DROP TABLE ${table}`);
  }
}

const TABLES = `
CREATE TABLE workspace (
  workspace_id text PRIMARY KEY,
  name text NOT NULL,
  slug text NOT NULL UNIQUE,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE site (
  workspace_id text NOT NULL REFERENCES workspace,
  id text NOT NULL,
  name text NOT NULL,
  site_key text NOT NULL UNIQUE,
  origins text[] NOT NULL,
  time_zone text NOT NULL DEFAULT 'UTC',
  automation_paused boolean NOT NULL DEFAULT false,
  automation_reason text,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (workspace_id, id)
);
CREATE TABLE visitor (
  workspace_id text NOT NULL REFERENCES workspace,
  id text NOT NULL,
  site_id text NOT NULL,
  do_not_contact boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, site_id) REFERENCES site
);
CREATE TABLE visitor_session (
  workspace_id text NOT NULL,
  token_hash text PRIMARY KEY,
  visitor_id text NOT NULL,
  site_id text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  revoked_at timestamptz,
  FOREIGN KEY (workspace_id, visitor_id) REFERENCES visitor
);
CREATE TABLE agent (
  workspace_id text NOT NULL REFERENCES workspace,
  id text NOT NULL,
  name text NOT NULL,
  email text NOT NULL,
  role text NOT NULL CHECK (role IN ('agent', 'admin')),
  password_hash text,
  presence text NOT NULL DEFAULT 'offline' CHECK (presence IN ('available', 'away', 'offline')),
  last_seen_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, email)
);
CREATE TABLE agent_session (
  workspace_id text NOT NULL,
  token_hash text PRIMARY KEY,
  agent_id text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  revoked_at timestamptz,
  FOREIGN KEY (workspace_id, agent_id) REFERENCES agent
);
CREATE TABLE sign_in_link (
  workspace_id text NOT NULL,
  token_hash text PRIMARY KEY,
  agent_id text NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  FOREIGN KEY (workspace_id, agent_id) REFERENCES agent
);
CREATE TABLE socket_ticket (
  workspace_id text NOT NULL,
  ticket_hash text PRIMARY KEY,
  agent_id text NOT NULL,
  session_hash text NOT NULL REFERENCES agent_session,
  expires_at timestamptz NOT NULL,
  used_at timestamptz
);
CREATE TABLE conversation (
  workspace_id text NOT NULL REFERENCES workspace,
  id text NOT NULL,
  site_id text NOT NULL,
  visitor_id text NOT NULL,
  status text NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'closed')),
  owner jsonb NOT NULL DEFAULT '{"kind":"assistant"}',
  epoch integer NOT NULL DEFAULT 0,
  head integer NOT NULL DEFAULT 0,
  last_visitor_seq integer NOT NULL DEFAULT 0,
  speech jsonb,
  locale text NOT NULL,
  time_zone text NOT NULL,
  turn_due_at timestamptz,
  turn_lease_token text,
  turn_lease_until timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, site_id) REFERENCES site,
  FOREIGN KEY (workspace_id, visitor_id) REFERENCES visitor
);
-- One open conversation per visitor, whatever two tabs do at once.
CREATE UNIQUE INDEX conversation_open ON conversation (workspace_id, visitor_id) WHERE status = 'open';
CREATE INDEX conversation_turn_due ON conversation (turn_due_at) WHERE turn_due_at IS NOT NULL;
CREATE TABLE conversation_event (
  workspace_id text NOT NULL,
  conversation_id text NOT NULL,
  seq integer NOT NULL,
  id text NOT NULL,
  type text NOT NULL,
  schema_version integer NOT NULL,
  at timestamptz NOT NULL,
  actor jsonb NOT NULL,
  sender text NOT NULL,
  audience text NOT NULL CHECK (audience IN ('public', 'internal')),
  epoch integer NOT NULL,
  client_id text,
  data jsonb NOT NULL,
  PRIMARY KEY (workspace_id, conversation_id, seq),
  FOREIGN KEY (workspace_id, conversation_id) REFERENCES conversation
);
-- A client id is used once per conversation and sender: a retry finds the first.
CREATE UNIQUE INDEX conversation_event_client_id
  ON conversation_event (workspace_id, sender, client_id, conversation_id) WHERE client_id IS NOT NULL;
`;
