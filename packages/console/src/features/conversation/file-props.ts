import type { DeskModel, OpenFile } from '../workspace/desk-model.js';

/** What every part of an open conversation is given. */
export interface FileProps {
  readonly desk: DeskModel;
  readonly file: OpenFile;
}
