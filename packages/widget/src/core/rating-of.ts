import type { Score } from '@baton/shared-types';
import type { ShownView } from './shown-view.js';

/**
 * The rating of a conversation, if now is the time for one: after its end, and when a person has given it back and
 * nobody has gone on. `score` is null until there is one.
 */
export function ratingOf(
  view: ShownView | null,
): { readonly score: Score | null; readonly comment: string | null } | null {
  const last = view?.milestones.at(-1);
  if (!view || !last) return null;
  const isOver = last.kind === 'closed' || last.kind === 'returned';
  const goesOn = view.messages.some(({ seq, actor }) => seq > last.seq && actor.kind === 'visitor');
  if (!isOver || goesOn) return null;
  return { score: view.rating?.score ?? null, comment: view.rating?.comment ?? null };
}
