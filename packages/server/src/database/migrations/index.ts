import { Foundation1763600001000 } from './1763600001000-foundation.js';
import { Playbook1763600003000 } from './1763600003000-playbook.js';
import { Handoff1763600004000 } from './1763600004000-handoff.js';

/** All migrations in the order of their time stamps. */
export const MIGRATIONS = [Foundation1763600001000, Playbook1763600003000, Handoff1763600004000];
