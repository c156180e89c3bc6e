import type { Bundle } from '@baton/shared-types';

/** The latest pages say what the visitor looks for; the first one stands under "Page". */
const SHOWN = 6;

/** The pages on the visitor's way, each on a line of its own, the latest last. */
export function Journey({ pages }: { pages: Bundle['journey'] }) {
  return (
    <ol class="journey">
      {pages.length > SHOWN && <li class="muted">…</li>}
      {pages.slice(-SHOWN).map(({ url, title, at }) => (
        <li key={at} dir="auto" title={url}>
          {title || url}
        </li>
      ))}
    </ol>
  );
}
