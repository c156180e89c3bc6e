import type { Verdict } from '@baton/shared-types';
import type { Tone } from '../../ui/badge.js';

export const VERDICT_TONES: Readonly<Record<NonNullable<Verdict>, Tone>> = {
  qualified: 'positive',
  needs_review: 'warning',
  disqualified: 'neutral',
};
