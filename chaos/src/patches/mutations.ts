import type { Patch } from './patch.ts';

export interface Mutation {
  readonly name: string;
  readonly what: string;
  readonly patches: readonly Patch[];
}

export const MUTATIONS: readonly Mutation[] = [];

export function findMutation(name: string | null): Mutation | null {
  if (name === null || name === '') return null;
  const found = MUTATIONS.find((mutation) => mutation.name === name);
  if (!found) throw new Error(`there is no planted bug ${name}`);
  return found;
}
