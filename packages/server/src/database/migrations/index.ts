import { Foundation1763600001000 } from './1763600001000-foundation.js';
import { Handoff1763600004000 } from './1763600004000-handoff.js';

/** All migrations in the order of their time stamps. */
export const MIGRATIONS = [Foundation1763600001000, Handoff1763600004000];
