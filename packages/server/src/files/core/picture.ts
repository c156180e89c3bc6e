import type { FileType } from '@baton/shared-types';

/** A picture without anything but the picture. */
export interface CleanPicture {
  readonly type: Extract<FileType, `image/${string}`>;
  readonly bytes: Uint8Array;
  /** As it is shown, in pixels. */
  readonly width: number;
  readonly height: number;
  /** Of a moving picture; 1 of any other. */
  readonly frames: number;
}
