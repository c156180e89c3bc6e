import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Every message updates one row of these tables. Room on their pages keeps the new version beside the old one, and
 * frequent vacuuming keeps the chains of old versions short.
 */
export class BusyRows1763790001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of ['conversation', 'inbox_row']) {
      await runner.query(`ALTER TABLE ${table} SET (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.02,
        autovacuum_vacuum_threshold = 500, autovacuum_vacuum_cost_delay = 0)`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['conversation', 'inbox_row']) {
      await runner.query(`ALTER TABLE ${table} RESET (fillfactor, autovacuum_vacuum_scale_factor,
        autovacuum_vacuum_threshold, autovacuum_vacuum_cost_delay)`);
    }
  }
}
