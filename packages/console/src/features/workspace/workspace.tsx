import type { Signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { ConsoleApi } from '../../api/console-api.js';
import { placeOf } from '../../paths.js';
import type { Theme } from '../../platform/platform.js';
import { Settings } from '../settings/settings.js';
import { ShortcutSheet } from '../shortcuts/shortcut-sheet.js';
import { ConnectionBar } from './connection-bar.js';
import type { DeskModel } from './desk-model.js';
import { Header } from './header.js';
import { Panes } from './panes.js';
import { useDeskKeys } from './use-desk-keys.js';
import './workspace.css';

export interface WorkspaceProps {
  readonly desk: DeskModel;
  readonly api: ConsoleApi;
  readonly theme: Signal<Theme>;
  readonly onSignOut: () => Promise<void>;
}

/** The desk of a signed-in agent: header, and under it the panes or the settings. */
export function Workspace({ desk, api, theme, onSignOut }: WorkspaceProps) {
  const { path } = useLocation();
  const place = placeOf(path);
  const conversationId = place.kind === 'conversation' ? place.id : null;
  const help = useDeskKeys(desk, place.kind !== 'settings');
  useEffect(() => {
    desk.show(conversationId);
    desk.panes.front.value = conversationId ? 'conversation' : 'inbox';
  }, [conversationId]);
  return (
    <div class="workspace">
      <Header
        desk={desk}
        place={place}
        theme={theme}
        onHelp={() => (help.value = true)}
        onSignOut={onSignOut}
      />
      <ConnectionBar desk={desk} />
      {place.kind === 'settings' ? (
        <Settings desk={desk} api={api} page={place.page} />
      ) : (
        <Panes desk={desk} />
      )}
      {help.value && <ShortcutSheet onClose={() => (help.value = false)} />}
    </div>
  );
}
