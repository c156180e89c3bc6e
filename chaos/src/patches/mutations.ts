import { CLIENT_MUTATIONS } from './client-mutations.ts';
import { DATABASE_MUTATIONS } from './database-mutations.ts';
import type { Mutation } from './mutation.ts';
import { SERVER_MUTATIONS } from './server-mutations.ts';

/** Every planted bug. A harness that misses one is the defect. */
export const MUTATIONS: readonly Mutation[] = [
  ...DATABASE_MUTATIONS,
  ...SERVER_MUTATIONS,
  ...CLIENT_MUTATIONS,
];

export function findMutation(name: string | null): Mutation | null {
  if (name === null || name === '') return null;
  const found = MUTATIONS.find((mutation) => mutation.name === name);
  if (!found) throw new Error(`there is no planted bug ${name}`);
  return found;
}
