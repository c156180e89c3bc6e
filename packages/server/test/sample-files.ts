import { crc32, deflateSync } from 'node:zlib';

/** Real files, as small as they come, made here so that every byte of them is known. */

/** A place in EXIF, as phones write it; the canary that must not come out again. */
export const PLACE = 'GPS-CANARY-47.3769-8.5417';

const marker = (code: number, body: Buffer) =>
  Buffer.concat([Buffer.from([0xff, code, (body.length + 2) >> 8, (body.length + 2) & 255]), body]);

/** A baseline JPEG of 8 by 16 pixels, grey, with whatever segments stand before the picture. */
export function jpeg(
  segments: readonly Buffer[] = [],
  { width = 8, height = 16 }: { readonly width?: number; readonly height?: number } = {},
): Buffer {
  const quantization = marker(0xdb, Buffer.concat([Buffer.from([0]), Buffer.alloc(64, 1)]));
  const frame = marker(
    0xc0,
    Buffer.from([8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0]),
  );
  // One code of one bit, for "no difference" and for "end of block".
  const table = (kind: number) =>
    marker(0xc4, Buffer.concat([Buffer.from([kind, 1]), Buffer.alloc(15), Buffer.from([0])]));
  const scan = marker(0xda, Buffer.from([1, 1, 0, 0, 63, 0]));
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    ...segments,
    quantization,
    frame,
    table(0x00),
    table(0x10),
    scan,
    Buffer.from([0x0f, 0xff, 0xd9]),
  ]);
}

/** EXIF with an orientation and a place. */
export function exif(orientation = 6): Buffer {
  const entry = (tag: number, type: number, count: number, value: Buffer) => {
    const head = Buffer.alloc(8);
    head.writeUInt16BE(tag, 0);
    head.writeUInt16BE(type, 2);
    head.writeUInt32BE(count, 4);
    return Buffer.concat([head, value]);
  };
  const directory = Buffer.concat([
    Buffer.from('MM\0*\0\0\0\x08\0\x02', 'latin1'),
    entry(0x0112, 3, 1, Buffer.from([0, orientation, 0, 0])),
    entry(0x8825, 4, 1, Buffer.from([0, 0, 0, 38])),
    Buffer.alloc(4),
  ]);
  return marker(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), directory, Buffer.from(PLACE)]));
}

export const xmp = () => marker(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0<x>${PLACE}</x>`));
export const comment = (text: string) => marker(0xfe, Buffer.from(text));

function pngChunk(name: string, body: Buffer): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt32BE(body.length);
  const named = Buffer.concat([Buffer.from(name, 'latin1'), body]);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([head, named, sum]);
}

/** Every pixel is red; `chunks` stand before the picture. */
export function png(width = 4, height = 4, chunks: readonly (readonly [string, string])[] = []): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const row = Buffer.concat([
    Buffer.from([0]),
    ...Array.from({ length: Math.min(width, 64) }, () => Buffer.from([255, 0, 0])),
  ]);
  const pixels = deflateSync(Buffer.concat(Array.from({ length: Math.min(height, 64) }, () => row)));
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    pngChunk('IHDR', header),
    ...chunks.map(([name, text]) => pngChunk(name, Buffer.from(text))),
    pngChunk('IDAT', pixels),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

/** One pixel, with a comment. */
export function gif(note: string): Buffer {
  return Buffer.concat([
    Buffer.from('GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff', 'latin1'),
    Buffer.from([0x21, 0xfe, note.length]),
    Buffer.from(note),
    Buffer.from([0, 0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3b]),
  ]);
}

/** One pixel, lossless, in the extended form with EXIF. */
export function webp(note: string): Buffer {
  const chunk = (name: string, body: Buffer) => {
    const head = Buffer.alloc(8);
    head.write(name, 'latin1');
    head.writeUInt32LE(body.length, 4);
    return Buffer.concat([head, body, Buffer.alloc(body.length % 2)]);
  };
  const body = Buffer.concat([
    Buffer.from('WEBP'),
    chunk('VP8X', Buffer.from([0x08 | 0x04, 0, 0, 0, 0, 0, 0, 0, 0, 0])),
    chunk('VP8L', Buffer.from('2f00000000073006ffd3ff00', 'hex')),
    chunk('EXIF', Buffer.from(note)),
    chunk('XMP ', Buffer.from(note)),
  ]);
  const head = Buffer.alloc(8);
  head.write('RIFF');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body]);
}

export const pdf = (text = 'Offer') =>
  Buffer.from(`%PDF-1.4\n1 0 obj\n<< /Title (${text}) >>\nendobj\ntrailer\n<<>>\n%%EOF\n`);

interface Entry {
  readonly name: string;
  readonly body?: string;
  /** What the list of contents claims it unpacks into. */
  readonly claims?: number;
  readonly flags?: number;
}

/** A zip archive whose entries are stored as they are. */
export function archive(entries: readonly Entry[]): Buffer {
  const files: Buffer[] = [];
  const listed: Buffer[] = [];
  let at = 0;
  for (const { name, body = '', claims = body.length, flags = 0 } of entries) {
    const local = Buffer.alloc(30);
    local.write('PK\x03\x04', 'latin1');
    local.writeUInt32LE(body.length, 18);
    local.writeUInt32LE(body.length, 22);
    local.writeUInt16LE(name.length, 26);
    files.push(local, Buffer.from(name), Buffer.from(body));
    const entry = Buffer.alloc(46);
    entry.write('PK\x01\x02', 'latin1');
    entry.writeUInt16LE(flags, 8);
    entry.writeUInt32LE(body.length, 20);
    entry.writeUInt32LE(claims, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(at, 42);
    listed.push(entry, Buffer.from(name));
    at += 30 + name.length + body.length;
  }
  const list = Buffer.concat(listed);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...files, list, end]);
}

export const docx = (more: readonly Entry[] = []) =>
  archive([
    { name: '[Content_Types].xml', body: '<Types/>' },
    { name: 'word/document.xml', body: '<w:document/>' },
    ...more,
  ]);
