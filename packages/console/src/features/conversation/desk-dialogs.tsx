import type { BundleSlot } from '@baton/shared-types';
import type { DeskModel, OpenFile } from '../workspace/desk-model.js';
import { CloseDialog } from './close-dialog.js';
import { CorrectDialog } from './correct-dialog.js';
import { ReasonDialog } from './reason-dialog.js';
import { ReturnDialog } from './return-dialog.js';
import { TransferDialog } from './transfer-dialog.js';

export interface DialogProps {
  readonly desk: DeskModel;
  readonly file: OpenFile;
  readonly onDone: () => void;
}

/** Which dialog lies over the open conversation. */
export type DeskDialog =
  | { readonly kind: 'close' | 'transfer' | 'return' | 'bargeIn' | 'automation' }
  | { readonly kind: 'correct'; readonly slot: BundleSlot };

/** The dialogs of a conversation; fetched when the first one is opened. */
export function DeskDialogs(props: DialogProps & { readonly dialog: DeskDialog }) {
  const { dialog, ...rest } = props;
  switch (dialog.kind) {
    case 'close':
      return <CloseDialog {...rest} />;
    case 'transfer':
      return <TransferDialog {...rest} />;
    case 'return':
      return <ReturnDialog {...rest} />;
    case 'bargeIn':
    case 'automation':
      return <ReasonDialog {...rest} act={dialog.kind} />;
    case 'correct':
      return <CorrectDialog {...rest} slot={dialog.slot} />;
  }
}
