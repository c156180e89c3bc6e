import type { Signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { ConsoleApi } from '../../api/console-api.js';
import { placeOf } from '../../paths.js';
import type { Theme } from '../../platform/platform.js';
import { ELEMENT_IDS } from '../../ui/element-ids.js';
import { Lazy } from '../../ui/lazy.js';
import { performAct } from '../conversation/perform-act.js';
import { goToRow } from '../inbox/inbox.js';
import type { PaletteActs } from '../palette/palette-items.js';
import { ShortcutSheet } from '../shortcuts/shortcut-sheet.js';
import { insertSnippet } from '../snippets/insert-snippet.js';
import { acceptOffer } from './accept-offer.js';
import { ConnectionBar } from './connection-bar.js';
import type { DeskModel } from './desk-model.js';
import { Header } from './header.js';
import { Panes } from './panes.js';
import { useDeskKeys } from './use-desk-keys.js';
import './workspace.css';

// Most of a working day needs none of these: they are fetched when they are asked for.
const loadSettings = () => import('../settings/settings.js');
const loadReports = () => import('../reports/reports.js');
const loadPalette = () => import('../palette/palette.js');

export interface WorkspaceProps {
  readonly desk: DeskModel;
  readonly api: ConsoleApi;
  readonly theme: Signal<Theme>;
  readonly onSignOut: () => Promise<void>;
}

/** The desk of a signed-in agent: header, and under it the panes or the settings. */
export function Workspace({ desk, api, theme, onSignOut }: WorkspaceProps) {
  const { path, route } = useLocation();
  const place = placeOf(path);
  const conversationId = place.kind === 'conversation' ? place.id : null;
  const overlay = useDeskKeys(desk, place.kind === 'inbox' || place.kind === 'conversation');
  useEffect(() => {
    desk.show(conversationId);
    desk.panes.front.value = conversationId ? 'conversation' : 'inbox';
  }, [conversationId]);
  const close = () => {
    if (overlay.peek() !== 'none') overlay.value = 'none';
  };
  const acts: PaletteActs = {
    route,
    accept: () => void acceptOffer(desk, route),
    perform: (act) => performAct(desk, act),
    open: (id) => goToRow(desk, route, id),
    insert: (snippet) => insertSnippet(desk, snippet),
    search: () => {
      desk.panes.front.value = 'inbox';
      desk.platform.focus(ELEMENT_IDS.search);
    },
    help: () => (overlay.value = 'help'),
    theme: (wanted) => (theme.value = wanted),
    signOut: () => void onSignOut(),
  };
  return (
    <div class="workspace">
      <Header
        desk={desk}
        place={place}
        theme={theme}
        onHelp={() => (overlay.value = 'help')}
        onPalette={() => (overlay.value = 'palette')}
        onSignOut={onSignOut}
      />
      <ConnectionBar desk={desk} />
      {place.kind === 'reports' ? (
        <Lazy load={loadReports}>{({ Reports }) => <Reports desk={desk} api={api} page={place.page} />}</Lazy>
      ) : place.kind === 'settings' ? (
        <Lazy load={loadSettings}>
          {({ Settings }) => <Settings desk={desk} api={api} page={place.page} />}
        </Lazy>
      ) : (
        <Panes desk={desk} />
      )}
      {overlay.value === 'help' && <ShortcutSheet onClose={close} />}
      {overlay.value === 'palette' && (
        <Lazy load={loadPalette}>
          {({ Palette }) => <Palette desk={desk} place={place} acts={acts} onClose={close} />}
        </Lazy>
      )}
    </div>
  );
}
