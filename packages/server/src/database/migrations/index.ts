import { Foundation1763600001000 } from './1763600001000-foundation.js';
import { Knowledge1763600002000 } from './1763600002000-knowledge.js';

/** All migrations in the order of their time stamps. */
export const MIGRATIONS = [Foundation1763600001000, Knowledge1763600002000];
