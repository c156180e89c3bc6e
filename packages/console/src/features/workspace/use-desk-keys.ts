import { type Signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { PATHS } from '../../paths.js';
import type { KeyPress } from '../../platform/platform.js';
import { ELEMENT_IDS } from '../../ui/element-ids.js';
import { shortcutOf } from '../shortcuts/shortcuts.js';
import { acceptOffer } from './accept-offer.js';
import type { DeskModel } from './desk-model.js';

/** Listens to the single-key shortcuts; returns whether their sheet is open. */
export function useDeskKeys(desk: DeskModel, onPanes: boolean): Signal<boolean> {
  const help = useSignal(false);
  const { route } = useLocation();
  useEffect(() => {
    if (!onPanes) return undefined;
    return desk.platform.onKey((press) => onKey(press));
  }, [desk, onPanes]);
  return help;

  function onKey(press: KeyPress) {
    const act = shortcutOf(press);
    if (!act) return;
    const { inbox, panes, platform, file } = desk;
    switch (act) {
      case 'next':
      case 'previous': {
        const id = inbox.neighbour(act === 'next' ? 1 : -1);
        if (!id) return;
        route(PATHS.conversation(id));
        platform.focus(ELEMENT_IDS.row(id));
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
      case 'help':
        help.value = true;
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
