import type { Actor } from '@baton/shared-types';
import type { HandoffWords } from './words/desk.js';

/** An agent by name, anybody else by what they are. */
export function nameOf(actor: Actor, words: HandoffWords['actors']): string {
  return actor.kind === 'agent' ? actor.name : words[actor.kind];
}
