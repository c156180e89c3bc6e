export {
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
  startEmbeddedPostgres,
} from './embedded-postgres.adapter.js';
export { EmbeddedPostgresError } from './embedded-postgres-error.js';
