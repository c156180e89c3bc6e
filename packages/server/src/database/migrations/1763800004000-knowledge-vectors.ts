import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Where passages stand in the space of an embedding model. A vector belongs to a text, not to a place in an article:
 * articles that are replaced keep the vectors of what has not changed.
 */
export class KnowledgeVectors1763800004000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE knowledge_vector (
        workspace_id text NOT NULL REFERENCES workspace,
        model text NOT NULL,
        text_hash text NOT NULL,
        vector bytea NOT NULL,
        PRIMARY KEY (workspace_id, model, text_hash)
      )`);
    await runner.query('ALTER TABLE knowledge_vector ENABLE ROW LEVEL SECURITY');
    await runner.query('ALTER TABLE knowledge_vector FORCE ROW LEVEL SECURITY');
    await runner.query(`
      CREATE POLICY knowledge_vector_workspace ON knowledge_vector TO baton_app
      USING (workspace_id = nullif(current_setting('baton.workspace_id', true), ''))
      WITH CHECK (workspace_id = nullif(current_setting('baton.workspace_id', true), ''))`);
    await runner.query('GRANT SELECT, INSERT, DELETE ON knowledge_vector TO baton_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE knowledge_vector');
  }
}
