import type { BundleSlot } from '@baton/shared-types';
import type { DeskModel, OpenFile } from '../workspace/desk-model.js';
import { CloseDialog } from './close-dialog.js';
import { CorrectDialog } from './correct-dialog.js';
import { ReasonDialog } from './reason-dialog.js';
import { ReclassifyDialog } from './reclassify-dialog.js';
import { RerouteDialog } from './reroute-dialog.js';
import { ReturnDialog } from './return-dialog.js';
import { TransferDialog } from './transfer-dialog.js';
import { WhyDialog } from './why-dialog.js';

export interface DialogProps {
  readonly desk: DeskModel;
  readonly file: OpenFile;
  readonly onDone: () => void;
}

/** Which dialog lies over the open conversation. */
export type DeskDialog =
  | { readonly kind: 'close' | 'transfer' | 'return' | 'bargeIn' | 'automation' | 'reroute' | 'reclassify' }
  /** `about`: `route`, or `reply:` and the id of a message. */
  | { readonly kind: 'why'; readonly about: string }
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
    case 'reroute':
      return <RerouteDialog {...rest} />;
    case 'reclassify':
      return <ReclassifyDialog {...rest} />;
    case 'why':
      return <WhyDialog {...rest} about={dialog.about} />;
    case 'correct':
      return <CorrectDialog {...rest} slot={dialog.slot} />;
  }
}
