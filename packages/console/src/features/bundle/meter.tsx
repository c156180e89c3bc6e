import type { Bundle } from '@baton/shared-types';
import { texts } from '../../i18n/texts.js';
import { meterParts } from './bundle-parts.js';

/** How complete the picture is: a bar in parts, the words beside it, the whole list on hover. */
export function Meter({ bundle }: { bundle: Bundle }) {
  const words = texts().bundle;
  const parts = meterParts(bundle);
  if (parts.length === 0) return null;
  const list = parts.map(({ state, count }) => `${count} ${words.states[state]}`).join(', ');
  return (
    <div class="meter" title={list}>
      <span class="meter-words">
        {words.completeness(bundle.completeness.filled, bundle.completeness.total)}
      </span>
      <span class="meter-bar" role="img" aria-label={list}>
        {parts.map(({ state, count }) => (
          <span key={state} class={state} style={{ flexGrow: count }} />
        ))}
      </span>
    </div>
  );
}
