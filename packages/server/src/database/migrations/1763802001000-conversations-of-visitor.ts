import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whoever comes back, and whoever is handed over, is looked up by the visitor: open conversations alone had an index.
 * The visitor stands first, so that nothing that asks for a workspace alone is tempted to read along this index.
 */
export class ConversationsOfVisitor1763802001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX conversation_visitor ON conversation (visitor_id, workspace_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX conversation_visitor');
  }
}
