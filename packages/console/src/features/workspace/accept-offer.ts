import type { ConversationId } from '@baton/shared-types';
import { PATHS } from '../../paths.js';
import { ELEMENT_IDS } from '../../ui/element-ids.js';
import type { DeskModel } from './desk-model.js';

/** Opens an offer (the selected or the most urgent one), accepts it and puts the cursor where the reply begins. */
export async function acceptOffer(
  desk: DeskModel,
  route: (path: string) => void,
  id?: ConversationId,
): Promise<void> {
  const wanted = id ?? desk.inbox.offerToAccept()?.conversationId;
  if (!wanted) return;
  desk.show(wanted);
  route(PATHS.conversation(wanted));
  const conversation = desk.file.peek()?.conversation;
  if (conversation?.conversationId !== wanted) return;
  if (await conversation.act('accept')) focusComposer(desk);
}

/** The composer opens with the change of owner, which may arrive a moment after the acknowledgement. */
export function focusComposer(desk: DeskModel): void {
  desk.platform.environment.setTimer(() => desk.platform.focus(ELEMENT_IDS.composer), 50);
}
