import { texts } from '../../i18n/texts.js';
import type { IconName } from '../../ui/icon.js';
import type { DeskModel, OpenFile } from '../workspace/desk-model.js';

export type OfferedAct =
  | 'decline'
  | 'takeOver'
  | 'return'
  | 'close'
  | 'transfer'
  | 'note'
  | 'automation'
  | 'reroute'
  | 'reclassify'
  | 'bargeIn';

/** Acts with a button of their own; the others stand in the menu. */
export const PRIMARY_ACTS: ReadonlySet<OfferedAct> = new Set<OfferedAct>([
  'decline',
  'takeOver',
  'return',
  'close',
]);

interface Offered {
  readonly act: OfferedAct;
  readonly icon: IconName;
  readonly label: string;
}

/** What may be done with a conversation now, besides accepting; menu and palette offer the same as the buttons. */
export function conversationActs(desk: DeskModel, file: OpenFile): readonly Offered[] {
  const { actions } = texts().conversation;
  const words = texts().acts;
  const standing = file.conversation.standing.value;
  const isPaused = file.conversation.conversation.view.value?.automationPaused === true;
  const note: Offered = { act: 'note', icon: 'lock', label: words.writeNote };
  const automation: Offered = {
    act: 'automation',
    icon: isPaused ? 'spark' : 'pause',
    label: isPaused ? words.resumeAutomation.confirm : words.pauseAutomation.confirm,
  };
  const reclassify: Offered = { act: 'reclassify', icon: 'rules', label: words.reclassify };
  const reroute: Offered = { act: 'reroute', icon: 'swap', label: words.reroute };
  switch (standing.kind) {
    case 'mine':
      return [
        { act: 'return', icon: 'return', label: actions.return },
        { act: 'close', icon: 'accept', label: actions.close },
        { act: 'transfer', icon: 'swap', label: words.transfer },
        note,
        reclassify,
      ];
    case 'offered':
      return [{ act: 'decline', icon: 'close', label: actions.decline }, note, reclassify, reroute];
    case 'assistant':
    case 'queue':
      return [
        { act: 'takeOver', icon: 'person', label: actions.takeOver },
        note,
        reclassify,
        reroute,
        automation,
      ];
    case 'colleague':
      return desk.agent.role === 'agent'
        ? [note, reclassify]
        : [note, reclassify, { act: 'bargeIn', icon: 'eye', label: words.bargeIn.confirm }];
    case 'closed':
    case 'loading':
      return [];
  }
}
