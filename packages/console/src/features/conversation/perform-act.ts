import { focusComposer } from '../workspace/accept-offer.js';
import type { DeskModel } from '../workspace/desk-model.js';
import type { OfferedAct } from './conversation-acts.js';

/** Does what a button, the menu or the palette asks for; what needs words opens its dialog. */
export function performAct(desk: DeskModel, act: OfferedAct): void {
  const conversation = desk.file.peek()?.conversation;
  if (!conversation) return;
  switch (act) {
    case 'decline':
      void conversation.act('decline');
      return;
    case 'takeOver':
      void conversation.act('takeOver').then((done) => done && focusComposer(desk));
      return;
    case 'note':
      desk.panes.front.value = 'conversation';
      conversation.noting.value = true;
      return;
    case 'return':
    case 'close':
    case 'transfer':
    case 'automation':
    case 'bargeIn':
    case 'reroute':
    case 'reclassify':
      conversation.dismissError();
      desk.dialog.value = { kind: act };
      return;
  }
}
