import { ascii, bytesOf, concatBytes, has, u8, u16be, u16le, u32be, u32le } from './bytes.js';
import type { CleanPicture } from './picture.js';

const START = 0xd8;
const END = 0xd9;
const SCAN = 0xda;
/** Baseline, extended and progressive: what browsers show. */
const FRAMES: readonly number[] = [0xc0, 0xc1, 0xc2];
/** Tables, the restart interval, and how colours are to be read (JFIF, Adobe). */
const KEPT: readonly number[] = [0xc4, 0xdb, 0xdd, 0xe0, 0xee, ...FRAMES];

/**
 * A JPEG as its tables, frame and scans alone: no EXIF (place, device, thumbnail), XMP, comments or colour profile, and
 * nothing behind its end. Which way is up is kept. Null when it is no whole JPEG.
 */
export function cleanJpeg(bytes: Uint8Array): CleanPicture | null {
  if (u16be(bytes, 0) !== 0xff00 + START) return null;
  const kept: Uint8Array[] = [];
  let size: { readonly width: number; readonly height: number } | null = null;
  let orientation = 1;
  let scans = 0;
  for (let at = 2; has(bytes, at, 2); ) {
    if (u8(bytes, at) !== 0xff) return null;
    const marker = u8(bytes, at + 1);
    // Markers may be preceded by any number of these.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === END) {
      if (!size || scans === 0) return null;
      const isTurned = orientation >= 5;
      return {
        type: 'image/jpeg',
        bytes: concatBytes([
          Uint8Array.of(0xff, START),
          ...(orientation > 1 ? [orientationSegment(orientation)] : []),
          ...kept,
          Uint8Array.of(0xff, END),
        ]),
        width: isTurned ? size.height : size.width,
        height: isTurned ? size.width : size.height,
        frames: 1,
      };
    }
    const length = u16be(bytes, at + 2);
    if (length < 2 || !has(bytes, at, length + 2)) return null;
    if (FRAMES.includes(marker)) {
      if (size || length < 8) return null;
      size = { height: u16be(bytes, at + 5), width: u16be(bytes, at + 7) };
    }
    if (marker === 0xe1)
      orientation = readOrientation(bytes.subarray(at + 4, at + 2 + length)) ?? orientation;
    const next = marker === SCAN ? scanEnd(bytes, at + 2 + length) : at + 2 + length;
    if (marker === SCAN) scans += 1;
    if (marker === SCAN || KEPT.includes(marker)) kept.push(bytes.subarray(at, next));
    at = next;
  }
  return null;
}

/** Where the next marker stands: in a scan 0xff means itself before 0, and a restart before 0xd0 to 0xd7. */
function scanEnd(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = u8(bytes, at + 1);
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return bytes.length;
}

/** EXIF's tag 0x0112: 2 to 8 where a picture has to be turned or mirrored. */
function readOrientation(segment: Uint8Array): number | null {
  if (ascii(segment, 0, 6) !== 'Exif\0\0') return null;
  const tiff = segment.subarray(6);
  const isLittle = ascii(tiff, 0, 2) === 'II';
  const u16 = isLittle ? u16le : u16be;
  const directory = (isLittle ? u32le : u32be)(tiff, 4);
  const entries = Math.min(u16(tiff, directory), 500);
  for (let entry = 0; entry < entries; entry += 1) {
    const at = directory + 2 + entry * 12;
    if (u16(tiff, at) !== 0x0112) continue;
    const value = u16(tiff, at + 8);
    return value >= 1 && value <= 8 ? value : null;
  }
  return null;
}

/** EXIF with this one tag. */
function orientationSegment(orientation: number): Uint8Array {
  const header = bytesOf('\xff\xe1\0\x22Exif\0\0MM\0\x2a\0\0\0\x08');
  const directory = Uint8Array.of(0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0);
  return concatBytes([header, directory]);
}
