import { focusComposer } from '../workspace/accept-offer.js';
import type { DeskModel } from '../workspace/desk-model.js';
import type { OfferedAct } from './conversation-acts.js';

/** Does what a button or the palette asks for; what needs words or a reason opens its dialog. */
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
    case 'return':
      void conversation.act('returnToAssistant');
      return;
    case 'close':
      desk.dialog.value = 'close';
      return;
  }
}
