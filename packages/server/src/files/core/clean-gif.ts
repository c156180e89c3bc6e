import { ascii, concatBytes, has, u8, u16le } from './bytes.js';
import type { CleanPicture } from './picture.js';

const EXTENSION = 0x21;
const IMAGE = 0x2c;
const END = 0x3b;
/** How long a frame stays and what is transparent. */
const CONTROL = 0xf9;
const APPLICATION = 0xff;
/** The two that say how often it is repeated; other applications keep notes of their own here. */
const LOOPS = new Set(['NETSCAPE2.0', 'ANIMEXTS1.0']);

/** A GIF as its frames, without comments and other programs' notes, and nothing behind its end. Null when it is no whole GIF. */
export function cleanGif(bytes: Uint8Array): CleanPicture | null {
  const signature = ascii(bytes, 0, 6);
  if ((signature !== 'GIF87a' && signature !== 'GIF89a') || !has(bytes, 0, 13)) return null;
  const first = 13 + colours(u8(bytes, 10));
  const kept = [bytes.subarray(0, first)];
  let frames = 0;
  for (let at = first; has(bytes, at, 1); ) {
    const block = u8(bytes, at);
    if (block === END) {
      if (frames === 0) return null;
      const [width, height] = [u16le(bytes, 6), u16le(bytes, 8)];
      const whole = concatBytes([...kept, Uint8Array.of(END)]);
      return { type: 'image/gif', bytes: whole, width, height, frames };
    }
    const head = block === IMAGE ? 11 + colours(u8(bytes, at + 9)) : 2;
    if ((block !== IMAGE && block !== EXTENSION) || !has(bytes, at, head)) return null;
    const next = afterSubBlocks(bytes, at + head);
    if (next === null) return null;
    if (block === IMAGE) frames += 1;
    if (block === IMAGE || isKeptExtension(bytes, at)) kept.push(bytes.subarray(at, next));
    at = next;
  }
  return null;
}

function isKeptExtension(bytes: Uint8Array, at: number): boolean {
  const label = u8(bytes, at + 1);
  return label === CONTROL || (label === APPLICATION && LOOPS.has(ascii(bytes, at + 3, 11)));
}

/** Bytes of the table of colours that these flags announce. */
function colours(flags: number): number {
  return flags & 128 ? 3 * 2 ** ((flags & 7) + 1) : 0;
}

function afterSubBlocks(bytes: Uint8Array, from: number): number | null {
  for (let at = from; has(bytes, at, 1); ) {
    const length = u8(bytes, at);
    if (length === 0) return at + 1;
    at += 1 + length;
  }
  return null;
}
