import { describe, expect, it } from 'vitest';
import {
  archive,
  comment,
  docx,
  exif,
  gif,
  jpeg,
  PLACE,
  pdf,
  png,
  webp,
  xmp,
} from '../../../test/sample-files.js';
import { acceptFile } from './accept-file.js';

const latin = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString('latin1');

describe('A73: what is taken is told by the content', () => {
  it.each([
    ['a JPEG', jpeg(), 'image/jpeg'],
    ['a PNG', png(), 'image/png'],
    ['a GIF', gif('x'), 'image/gif'],
    ['a WebP', webp('x'), 'image/webp'],
    ['a PDF', pdf(), 'application/pdf'],
    ['text', Buffer.from('Zwölf Fragen\r\n\tund 3 < 4\n'), 'text/plain'],
    ['a Word document', docx(), 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    [
      'an OpenDocument',
      archive([
        { name: 'mimetype', body: 'application/vnd.oasis.opendocument.text' },
        { name: 'content.xml' },
      ]),
      'application/vnd.oasis.opendocument.text',
    ],
  ])('%s', (_, bytes, type) => {
    expect(acceptFile(bytes)?.type).toBe(type);
  });

  it.each([
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    ['SVG behind a declaration', '<?xml version="1.0"?>\n<svg/>'],
    ['HTML', '<!doctype html><script>alert(1)</script>'],
    ['HTML behind words', 'Hello there\n\n  < SCRIPT src=//evil.example></script>'],
    ['XML', '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'],
    ['a shell script', '#!/bin/sh\nrm -rf /\n'],
    ['half a character', Buffer.from([0x61, 0xc3])],
    ['NUL', 'a\0b'],
    ['an escape sequence', 'a\u001b[2Jb'],
    ['a program', Buffer.from('4d5a90000300000004000000ffff0000', 'hex')],
    ['an archive', archive([{ name: 'notes.txt', body: 'hello' }])],
    ['a document with macros', docx([{ name: 'word/vbaProject.bin' }])],
    ['a document with a program', docx([{ name: 'word/embeddings/setup.EXE' }])],
    ['an encrypted document', docx([{ name: 'word/x.xml', flags: 1 }])],
    ['a document for two programs', docx([{ name: 'xl/workbook.xml' }])],
    ['a document with a page behind it', Buffer.concat([docx(), Buffer.from('<html><script>')])],
    ['a page behind the signature of a PDF', '%PDF-<html><script>alert(1)</script>'],
    ['a PDF that is not at its beginning', Buffer.concat([Buffer.from('\x7fx'), pdf()])],
    ['the signature of a JPEG and no picture', Buffer.from([0xff, 0xd8, 0xff, 0xd9])],
    ['half a JPEG', jpeg().subarray(0, -4)],
    ['half a PNG', png().subarray(0, -6)],
    ['half a GIF', gif('x').subarray(0, -3)],
    ['half a WebP', webp('x').subarray(0, -3)],
  ])('%s is not', (_, content) => {
    expect(acceptFile(Buffer.from(content as string))).toBeNull();
  });

  it('a picture comes out without place, words and whatever stood behind its end', () => {
    const script = '<script>alert(1)</script>';
    const pictures = [
      jpeg([exif(1), xmp(), comment(script)]),
      png(4, 4, [
        ['eXIf', PLACE],
        ['tEXt', script],
        ['iTXt', PLACE],
        ['iCCP', script],
      ]),
      gif(`${PLACE}${script}`),
      webp(`${PLACE}${script}`),
    ].map((bytes) => Buffer.concat([bytes, Buffer.from(`${script}PK\x03\x04${PLACE}`)]));
    for (const bytes of pictures) {
      expect(latin(bytes)).toContain(PLACE);
      const kept = latin(acceptFile(bytes)?.bytes);
      expect(kept.length).toBeGreaterThan(30);
      expect(kept).not.toContain('CANARY');
      expect(kept).not.toContain('script');
    }
  });

  it('a picture that was cleaned is a picture still, and the same one when it is cleaned again', () => {
    for (const bytes of [jpeg([exif()]), png(4, 4, [['tEXt', 'x']]), gif('x'), webp('x')]) {
      const once = acceptFile(bytes);
      const twice = acceptFile(once?.bytes ?? new Uint8Array());
      expect(twice).toEqual(once);
    }
  });

  it('a photo that lies on its side says so without the rest of its EXIF', () => {
    const photo = acceptFile(jpeg([exif(6)]));
    expect(photo).toMatchObject({ width: 16, height: 8 });
    expect(latin(photo?.bytes).match(/Exif/g)).toHaveLength(1);
    expect(latin(photo?.bytes)).not.toContain('CANARY');
    expect(latin(acceptFile(jpeg([exif(1)]))?.bytes)).not.toContain('Exif');
  });
});

describe('A74: what is far more than it seems', () => {
  it.each([
    ['nothing at all', Buffer.alloc(0)],
    ['a PNG of 60,000 by 60,000', png(60_000, 60_000)],
    ['a PNG of no width', png(0, 4)],
    ['a JPEG of 65,000 by 65,000', jpeg([], { width: 65_000, height: 65_000 })],
    ['a JPEG one pixel high and 65,000 wide', jpeg([], { width: 65_000, height: 1 })],
    ['an archive of 4 GB', docx([{ name: 'word/big.xml', claims: 4_294_967_295 }])],
    ['an archive of a thousand times its size', docx([{ name: 'word/big.xml', claims: 1_000_000 }])],
    ['an archive of 60,000 entries', tooMany()],
  ])('%s is refused without being decoded or unpacked', (_, bytes) => {
    expect(acceptFile(bytes)).toBeNull();
  });

  it('a large photo of today is not', () => {
    expect(acceptFile(jpeg([], { width: 8_064, height: 6_048 }))).toMatchObject({
      width: 8_064,
      height: 6_048,
    });
  });

  it('no cut or changed byte makes it throw or hang', () => {
    for (const whole of [jpeg([exif()]), png(), gif('x'), webp('x'), docx(), pdf()]) {
      for (let at = 0; at < whole.length; at += 1) {
        acceptFile(whole.subarray(0, at));
        for (const value of [0, 0x7f, 0xff]) {
          const changed = Buffer.from(whole);
          changed[at] = value;
          acceptFile(changed);
        }
      }
    }
    expect(acceptFile(docx())).not.toBeNull();
  });
});

function tooMany(): Buffer {
  const whole = docx();
  whole.writeUInt16LE(60_000, whole.length - 14);
  whole.writeUInt16LE(60_000, whole.length - 12);
  return whole;
}
