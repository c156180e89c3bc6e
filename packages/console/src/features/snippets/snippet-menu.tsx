import type { Snippet } from '@baton/shared-types';
import { texts } from '../../i18n/texts.js';
import './snippets.css';

export const SNIPPET_MENU_ID = 'snippet-menu';
const MOST_SHOWN = 8;

/** The snippets whose shortcut or title begins like that, shortcuts first. */
export function matchingSnippets(all: readonly Snippet[], query: string): readonly Snippet[] {
  const wanted = query.toLowerCase();
  const starts = (text: string) => text.toLowerCase().startsWith(wanted);
  const byShortcut = all.filter(({ shortcut }) => starts(shortcut));
  const byTitle = all.filter(
    (snippet) => !byShortcut.includes(snippet) && snippet.title.split(/\s+/).some(starts),
  );
  return [...byShortcut, ...byTitle].slice(0, MOST_SHOWN);
}

/** The list over the composer. The focus stays in the field; the field names the chosen line. */
export function SnippetMenu(props: {
  readonly found: readonly Snippet[];
  readonly chosen: number;
  readonly onChoose: (snippet: Snippet) => void;
}) {
  const { found, chosen, onChoose } = props;
  const words = texts().snippets;
  return (
    <div class="snippet-menu">
      {found.length === 0 ? (
        <p class="muted" role="status">
          {words.menuNone}
        </p>
      ) : (
        <div id={SNIPPET_MENU_ID} role="listbox" aria-label={words.menu}>
          {found.map((snippet, place) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the field that keeps the focus handles the keys.
            <div
              key={snippet.id}
              id={`${SNIPPET_MENU_ID}-${place}`}
              role="option"
              aria-selected={place === chosen}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onChoose(snippet)}
            >
              <kbd>/{snippet.shortcut}</kbd>
              <span class="snippet-title" dir="auto">
                {snippet.title}
              </span>
              <span class="snippet-text muted" dir="auto">
                {snippet.text}
              </span>
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
