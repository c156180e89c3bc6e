import { ascii, bytesOf, concatBytes, has, toU32le, u8, u16le, u24le, u32le } from './bytes.js';
import type { CleanPicture } from './picture.js';

/** Of the extended header: colour profile, EXIF and XMP, none of which is kept. */
const METADATA_FLAGS = 0x20 | 0x08 | 0x04;
const PICTURES = new Set(['VP8 ', 'VP8L', 'ALPH']);
const KEPT = new Set([...PICTURES, 'VP8X', 'ANIM', 'ANMF']);
/** Bytes of a frame's own header, before its chunks. */
const FRAME_HEAD = 16;

interface Chunk {
  readonly name: string;
  readonly body: Uint8Array;
}

/** A WebP as the chunks that make the picture. Null when it is no whole WebP. */
export function cleanWebp(bytes: Uint8Array): CleanPicture | null {
  if (ascii(bytes, 0, 4) !== 'RIFF' || ascii(bytes, 8, 4) !== 'WEBP') return null;
  const end = 8 + u32le(bytes, 4);
  if (!has(bytes, 0, end)) return null;
  const chunks = readChunks(bytes.subarray(12, end));
  const kept = chunks?.filter(({ name }) => KEPT.has(name)).map(clean);
  if (!kept?.some(({ name }) => name === 'ANMF' || PICTURES.has(name))) return null;
  const sizes = kept.map(sizeOf);
  const body = concatBytes([bytesOf('WEBP'), ...kept.map(written)]);
  return {
    type: 'image/webp',
    bytes: concatBytes([bytesOf('RIFF'), toU32le(body.length), body]),
    width: Math.max(...sizes.map(([width]) => width)),
    height: Math.max(...sizes.map(([, height]) => height)),
    frames: Math.max(1, kept.filter(({ name }) => name === 'ANMF').length),
  };
}

function readChunks(bytes: Uint8Array): readonly Chunk[] | null {
  const chunks: Chunk[] = [];
  for (let at = 0; at < bytes.length; ) {
    if (!has(bytes, at, 8)) return null;
    const length = u32le(bytes, at + 4);
    if (!has(bytes, at + 8, length)) return null;
    chunks.push({ name: ascii(bytes, at, 4), body: bytes.subarray(at + 8, at + 8 + length) });
    at += 8 + length + (length % 2);
  }
  return chunks;
}

function clean(chunk: Chunk): Chunk {
  if (chunk.name === 'VP8X') {
    const body = chunk.body.slice();
    body[0] = u8(body, 0) & ~METADATA_FLAGS;
    return { ...chunk, body };
  }
  if (chunk.name !== 'ANMF') return chunk;
  const inner = readChunks(chunk.body.subarray(FRAME_HEAD)) ?? [];
  const pictures = inner.filter(({ name }) => PICTURES.has(name));
  return { ...chunk, body: concatBytes([chunk.body.subarray(0, FRAME_HEAD), ...pictures.map(written)]) };
}

function written({ name, body }: Chunk): Uint8Array {
  return concatBytes([bytesOf(name), toU32le(body.length), body, new Uint8Array(body.length % 2)]);
}

function sizeOf({ name, body }: Chunk): readonly [width: number, height: number] {
  switch (name) {
    case 'VP8X':
      return [u24le(body, 4) + 1, u24le(body, 7) + 1];
    case 'ANMF':
      return [u24le(body, 6) + 1, u24le(body, 9) + 1];
    case 'VP8 ':
      return [u16le(body, 6) & 0x3fff, u16le(body, 8) & 0x3fff];
    case 'VP8L': {
      const bits = u32le(body, 1);
      return [(bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1];
    }
    default:
      return [0, 0];
  }
}
