import { type Disposer, disposeAll, listen } from '../../platform/listen.js';
import { watchMedia } from '../../platform/media-query.js';

/** Where the panel covers the page; the same condition as in the style sheet. */
const SHEET = '(max-width: 30em), (max-height: 28em)';

/** As a full sheet the panel is modal: Tab stays inside. Beside the page it is not. */
export function keepFocusInSheet(panel: HTMLElement): Disposer {
  let isSheet = false;
  return disposeAll([
    watchMedia(SHEET, (matches) => {
      isSheet = matches;
      panel.ariaModal = `${matches}`;
    }),
    listen(panel, 'keydown', (event) => {
      if (!isSheet || !(event instanceof KeyboardEvent) || event.key !== 'Tab') return;
      const stops = [...panel.querySelectorAll<HTMLElement>('a[href], button, textarea, [tabindex="0"]')];
      const shown = stops.filter((stop) => stop.getClientRects().length > 0);
      const [from, to] = event.shiftKey ? [shown[0], shown.at(-1)] : [shown.at(-1), shown[0]];
      if (event.target !== from) return;
      event.preventDefault();
      to?.focus();
    }),
  ]);
}
