import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = ['knowledge_article', 'knowledge_passage', 'knowledge_posting', 'knowledge_word'] as const;

/** Articles, the passages cut from them, and what the search reads: postings by stem, and the words as written. */
export class Knowledge1763600002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CREATE_TABLES);
    for (const table of TABLES) {
      await runner.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`);
      await runner.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
      await runner.query(`
        CREATE POLICY ${table}_workspace ON ${table} TO baton_app
        USING (workspace_id = nullif(current_setting('baton.workspace_id', true), ''))
        WITH CHECK (workspace_id = nullif(current_setting('baton.workspace_id', true), ''))`);
      await runner.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO baton_app`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [...TABLES].reverse()) await runner.query(`DROP TABLE ${table}`);
  }
}

/**
 * No cascades: a replacement removes all rows of a workspace, table by table. Postings repeat their passage's
 * language and length, so that a search reads them alone and by their key.
 */
const CREATE_TABLES = `
CREATE TABLE knowledge_article (
  workspace_id text NOT NULL REFERENCES workspace,
  id text NOT NULL,
  title text NOT NULL,
  url text,
  language text NOT NULL,
  markdown text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (workspace_id, id)
);
CREATE TABLE knowledge_passage (
  workspace_id text NOT NULL,
  article_id text NOT NULL,
  ordinal integer NOT NULL,
  language text NOT NULL,
  config text NOT NULL CHECK (config IN ('english', 'german', 'simple')),
  title text NOT NULL,
  text text NOT NULL,
  length real NOT NULL,
  PRIMARY KEY (workspace_id, article_id, ordinal),
  FOREIGN KEY (workspace_id, article_id) REFERENCES knowledge_article
);
CREATE TABLE knowledge_posting (
  workspace_id text NOT NULL,
  config text NOT NULL,
  lexeme text NOT NULL,
  article_id text NOT NULL,
  ordinal integer NOT NULL,
  language text NOT NULL,
  frequency real NOT NULL,
  passage_length real NOT NULL,
  PRIMARY KEY (workspace_id, config, lexeme, article_id, ordinal)
);
CREATE TABLE knowledge_word (
  workspace_id text NOT NULL,
  config text NOT NULL,
  word text NOT NULL,
  lexeme text NOT NULL,
  letters text NOT NULL,
  PRIMARY KEY (workspace_id, config, word, lexeme)
);
`;
