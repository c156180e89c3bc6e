import { type Signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { KeyPress } from '../../platform/platform.js';
import { ELEMENT_IDS } from '../../ui/element-ids.js';
import { goToRow } from '../inbox/inbox.js';
import { shortcutOf } from '../shortcuts/shortcuts.js';
import { acceptOffer } from './accept-offer.js';
import type { DeskModel } from './desk-model.js';

/** What lies over the desk. */
export type Overlay = 'none' | 'help' | 'palette';

/** Listens to the shortcuts; returns what they have opened. */
export function useDeskKeys(desk: DeskModel, onPanes: boolean): Signal<Overlay> {
  const overlay = useSignal<Overlay>('none');
  const { route } = useLocation();
  useEffect(() => {
    return desk.platform.onKey((press) => {
      if (press.command && press.key.toLowerCase() === 'k' && !press.inDialog) {
        overlay.value = 'palette';
        press.consume();
      } else if (onPanes) onKey(press);
    });
  }, [desk, onPanes]);
  return overlay;

  function onKey(press: KeyPress) {
    const act = shortcutOf(press);
    if (!act) return;
    const { inbox, panes, platform, file } = desk;
    switch (act) {
      case 'next':
      case 'previous': {
        const id = inbox.neighbour(act === 'next' ? 1 : -1);
        if (!id) return;
        goToRow(desk, route, id);
        break;
      }
      case 'accept':
        void acceptOffer(desk, route);
        break;
      case 'reply':
        panes.front.value = 'conversation';
        platform.focus(ELEMENT_IDS.composer);
        break;
      case 'context':
        if (!file.peek()) return;
        panes.front.value = 'bundle';
        platform.focus(ELEMENT_IDS.bundle);
        break;
      case 'inbox':
        panes.front.value = 'inbox';
        platform.focus(ELEMENT_IDS.inbox);
        break;
      case 'search':
        panes.front.value = 'inbox';
        platform.focus(ELEMENT_IDS.search);
        break;
      case 'help':
        overlay.value = 'help';
        break;
      case 'leave':
        file.peek()?.conversation.clearHighlight();
        if (!press.typing) return;
        platform.focus(ELEMENT_IDS.thread);
        break;
    }
    press.consume();
  }
}
