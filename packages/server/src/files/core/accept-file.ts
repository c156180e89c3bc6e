import { type FileType, LIMITS } from '@baton/shared-types';
import { ascii, u8 } from './bytes.js';
import { cleanGif } from './clean-gif.js';
import { cleanJpeg } from './clean-jpeg.js';
import { cleanPng } from './clean-png.js';
import { cleanWebp } from './clean-webp.js';
import { isPlainText } from './is-plain-text.js';
import type { CleanPicture } from './picture.js';
import { readOfficeType } from './read-office-type.js';

/** What is kept of an upload. */
export interface AcceptedFile {
  readonly type: FileType;
  readonly bytes: Uint8Array;
  readonly width: number | null;
  readonly height: number | null;
}

const LONGEST_SIDE = 20_000;
/** Of all frames of a moving picture together, in pictures of the largest size. */
const MOST_MOVING = 5;

/** The file, cleaned, if its content is of a kind that is taken; else null. Nothing is decoded or unpacked. */
export function acceptFile(bytes: Uint8Array): AcceptedFile | null {
  if (bytes.length === 0) return null;
  const picture = cleanPicture(bytes);
  if (picture) return isBomb(picture) ? null : ofPicture(picture);
  const type = documentType(bytes);
  return type && { type, bytes, width: null, height: null };
}

function cleanPicture(bytes: Uint8Array): CleanPicture | null {
  switch (u8(bytes, 0)) {
    case 0xff:
      return cleanJpeg(bytes);
    case 0x89:
      return cleanPng(bytes);
    case 0x47:
      return cleanGif(bytes);
    case 0x52:
      return cleanWebp(bytes);
    default:
      return null;
  }
}

/** A few bytes can announce a picture that takes gigabytes to show. */
function isBomb({ width, height, frames }: CleanPicture): boolean {
  const pixels = width * height;
  return (
    pixels === 0 ||
    Math.max(width, height) > LONGEST_SIDE ||
    pixels > LIMITS.picturePixels ||
    pixels * frames > LIMITS.picturePixels * MOST_MOVING
  );
}

function ofPicture({ type, bytes, width, height }: CleanPicture): AcceptedFile {
  return { type, bytes, width, height };
}

function documentType(bytes: Uint8Array): FileType | null {
  if (ascii(bytes, 0, 5) === '%PDF-') return isWholePdf(bytes) ? 'application/pdf' : null;
  return readOfficeType(bytes) ?? (isPlainText(bytes) ? 'text/plain' : null);
}

function isWholePdf(bytes: Uint8Array): boolean {
  return /%%EOF/.test(ascii(bytes, Math.max(0, bytes.length - 1_024), 1_024));
}
