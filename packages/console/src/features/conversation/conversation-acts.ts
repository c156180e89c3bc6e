import { texts } from '../../i18n/texts.js';
import type { IconName } from '../../ui/icon.js';
import type { Standing } from './standing.js';

export type OfferedAct = 'decline' | 'takeOver' | 'return' | 'close';

/** What may be done with a conversation now, besides accepting; the palette offers the same as the buttons. */
export function conversationActs(
  standing: Standing,
): readonly { readonly act: OfferedAct; readonly icon: IconName; readonly label: string }[] {
  const words = texts().conversation.actions;
  switch (standing.kind) {
    case 'mine':
      return [
        { act: 'return', icon: 'return', label: words.return },
        { act: 'close', icon: 'accept', label: words.close },
      ];
    case 'offered':
      return [{ act: 'decline', icon: 'close', label: words.decline }];
    case 'assistant':
    case 'queue':
      return [{ act: 'takeOver', icon: 'person', label: words.takeOver }];
    case 'colleague':
    case 'closed':
    case 'loading':
      return [];
  }
}
