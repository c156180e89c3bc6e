import { Foundation1763600001000 } from './1763600001000-foundation.js';

/** All migrations in the order of their time stamps. */
export const MIGRATIONS = [Foundation1763600001000];
