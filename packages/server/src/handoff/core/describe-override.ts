import type { BundleCorrection, ConversationView, Override } from '@baton/shared-types';
import { assertNever } from '../../kernel/assert.js';
import { nameOf } from './name-of.js';
import type { Desk } from './words/desk.js';

/** What a person changed, in one sentence. */
export function describeOverride(override: Override, { words, slotOf }: Desk): string {
  const say = words.overrides;
  switch (override.kind) {
    case 'slot':
      return say.slot(slotOf(override.key), override.before, override.after);
    case 'classification':
      return say.classification(override.before, override.after);
    case 'route':
      return say.route(override.before, override.after);
    case 'automation':
      return override.paused ? say.paused : say.resumed;
    case 'barge_in':
      return say.bargedIn(override.from);
    default:
      return assertNever(override);
  }
}

/** Every change a person made against the machine, oldest first. */
export function listCorrections({ overrides }: ConversationView, desk: Desk): readonly BundleCorrection[] {
  return overrides.map(({ seq, at, actor, override }) => ({
    seq,
    at,
    by: nameOf(actor, desk.words.actors),
    what: describeOverride(override, desk),
    reason: override.reason,
  }));
}
