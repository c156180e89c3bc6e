import type { BundleCorrection, Classification, ConversationView, Override } from '@baton/shared-types';
import { assertNever } from '../../kernel/assert.js';

/** What a person changed, in one sentence. */
export function describeOverride(override: Override): string {
  switch (override.kind) {
    case 'slot':
      return `Changed ${override.key} from ${quoted(override.before)} to ${quoted(override.after)}.`;
    case 'classification':
      return `Classified the lead as ${words(override.after)}; it was ${words(override.before)}.`;
    case 'route':
      return `Sent it to ${override.after}${override.before ? ` instead of ${override.before}` : ''}.`;
    case 'automation':
      return override.paused ? 'Switched the assistant off here.' : 'Switched the assistant on again.';
    case 'barge_in':
      return `Took it over from ${override.from}.`;
    default:
      return assertNever(override);
  }
}

/** Every change a person made against the machine, oldest first. */
export function listCorrections({ overrides }: ConversationView): readonly BundleCorrection[] {
  return overrides.map(({ seq, at, actor, override }) => ({
    seq,
    at,
    by: actor.kind === 'agent' ? actor.name : actor.kind,
    what: describeOverride(override),
    reason: override.reason,
  }));
}

function quoted(value: string | null): string {
  return value === null ? 'nothing' : `“${value}”`;
}

function words({ verdict, tier, intents }: Classification): string {
  const parts = [verdict?.replace('_', ' ') ?? 'no verdict', tier ? `tier ${tier}` : 'no tier'];
  return [...parts, intents.length > 0 ? intents.join(' and ').replaceAll('_', ' ') : 'no intent'].join(', ');
}
