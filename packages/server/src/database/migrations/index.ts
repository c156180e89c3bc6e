import { Foundation1763600001000 } from './1763600001000-foundation.js';
import { Playbook1763600003000 } from './1763600003000-playbook.js';

/** All migrations in the order of their time stamps. */
export const MIGRATIONS = [Foundation1763600001000, Playbook1763600003000];
