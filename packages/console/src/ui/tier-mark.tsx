import type { Tier } from '@baton/shared-types';
import { texts } from '../i18n/texts.js';
import './marks.css';

/** The letter carries the meaning; the tone only helps. */
export function TierMark({ tier }: { tier: Tier }) {
  return (
    <span class={`tier tier-${tier.toLowerCase()}`} title={texts().inbox.tier(tier)}>
      <span aria-hidden="true">{tier}</span>
      <span class="hidden-visually">{texts().inbox.tier(tier)}</span>
    </span>
  );
}
