import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An index on what every message changes takes a new entry for every message, and so does each other index of the
 * table: PostgreSQL keeps a new version of a row beside the old one only while nothing that is indexed has changed.
 * These indexes look at the ten seconds in which a conversation was last touched and at whether a person is concerned.
 * Both columns follow from the others, so that a node of the last release fills them without knowing of them.
 *
 * Adding them writes the table anew; until that is done, nobody reads or writes it, and nobody's message is
 * acknowledged. No release was made before it: later ones only add, and leave what the last one needs.
 */
export class QuietInboxIndexes1763803001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX inbox_row_latest, inbox_row_with_people;
      ALTER TABLE inbox_row
        ADD last_around timestamptz NOT NULL
          GENERATED ALWAYS AS (date_bin('10 seconds', last_at, timestamptz '2000-01-01 00:00+00')) STORED,
        ADD concerns_people boolean NOT NULL
          GENERATED ALWAYS AS (status = 'open' AND coalesce(
            row->'handoff' <> 'null'::jsonb OR row->'owner'->>'kind' <> 'assistant', false)) STORED;
      CREATE INDEX inbox_row_latest ON inbox_row (workspace_id, status, last_around DESC);
      CREATE INDEX inbox_row_with_people ON inbox_row (workspace_id, last_around DESC) WHERE concerns_people;
      -- Without it the planner takes a third of all rows for recent until something else counts them.
      ANALYZE inbox_row;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX inbox_row_latest, inbox_row_with_people;
      ALTER TABLE inbox_row DROP last_around, DROP concerns_people;
      CREATE INDEX inbox_row_latest ON inbox_row (workspace_id, status, last_at DESC);
      CREATE INDEX inbox_row_with_people ON inbox_row (workspace_id, last_at DESC)
        WHERE status = 'open' AND (row->'handoff' <> 'null'::jsonb OR row->'owner'->>'kind' <> 'assistant');`);
  }
}
