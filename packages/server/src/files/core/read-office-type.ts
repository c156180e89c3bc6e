import type { FileType } from '@baton/shared-types';
import { ascii, has, u16le, u32le } from './bytes.js';

/** An office document is an archive; these are the bounds of one that nobody has to be afraid of. */
const MOST_ENTRIES = 5_000;
const MOST_UNPACKED = 300_000_000;
/** Deflate cannot do more than about a thousand; a document of text is below fifty. */
const MOST_RATIO = 200;
const END_RECORD = 'PK\x05\x06';
const LISTED = 'PK\x01\x02';

const BY_PART: readonly (readonly [part: string, type: FileType])[] = [
  ['word/document.xml', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['xl/workbook.xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['ppt/presentation.xml', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
];
const OPEN_DOCUMENTS = [
  'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.spreadsheet',
  'application/vnd.oasis.opendocument.presentation',
] as const satisfies readonly FileType[];

/**
 * Which office document an archive is, by its list of contents; nothing is unpacked. Null for any other archive, one with
 * macros or programs, an encrypted one, and one that would unpack into far more than it is.
 */
export function readOfficeType(bytes: Uint8Array): FileType | null {
  if (ascii(bytes, 0, 4) !== 'PK\x03\x04') return null;
  const names = listNames(bytes);
  if (!names || names.some(isActive)) return null;
  const open = openDocumentType(bytes, names);
  if (open) return open;
  if (!names.includes('[Content_Types].xml')) return null;
  const parts = BY_PART.filter(([part]) => names.includes(part));
  // Two at once is a document for two programs.
  return parts.length === 1 ? (parts[0]?.[1] ?? null) : null;
}

function isActive(name: string): boolean {
  return /vbaproject|macrosheets|activex|\.(exe|dll|scr|js|vbs|hta|bat|cmd|ps1|jar|bin)$|^Basic\/|^Scripts\//i.test(
    name,
  )
    ? // Printer settings are the one such part that ordinary documents have.
      !/printerSettings\d*\.bin$/i.test(name)
    : false;
}

function listNames(bytes: Uint8Array): readonly string[] | null {
  const end = findEnd(bytes);
  if (end === null) return null;
  const count = u16le(bytes, end + 10);
  let at = u32le(bytes, end + 16);
  if (count > MOST_ENTRIES || count !== u16le(bytes, end + 8)) return null;
  const names: string[] = [];
  let unpacked = 0;
  for (let entry = 0; entry < count; entry += 1) {
    if (!has(bytes, at, 46) || ascii(bytes, at, 4) !== LISTED) return null;
    const isEncrypted = (u16le(bytes, at + 8) & 1) === 1;
    const nameLength = u16le(bytes, at + 28);
    if (isEncrypted || !has(bytes, at + 46, nameLength)) return null;
    unpacked += u32le(bytes, at + 24);
    names.push(ascii(bytes, at + 46, nameLength));
    at += 46 + nameLength + u16le(bytes, at + 30) + u16le(bytes, at + 32);
  }
  const isBomb = unpacked > MOST_UNPACKED || unpacked > bytes.length * MOST_RATIO;
  return at === end && !isBomb ? names : null;
}

/** The record at the very end: what follows it would be another file. */
function findEnd(bytes: Uint8Array): number | null {
  const at = bytes.length - 22;
  return at >= 0 && ascii(bytes, at, 4) === END_RECORD && u16le(bytes, at + 20) === 0 ? at : null;
}

/** An OpenDocument begins with its type, uncompressed, as a file of its own. */
function openDocumentType(bytes: Uint8Array, names: readonly string[]): FileType | null {
  if (names[0] !== 'mimetype' || ascii(bytes, 30, 8) !== 'mimetype' || u16le(bytes, 8) !== 0) return null;
  const said = ascii(bytes, 38 + u16le(bytes, 28), Math.min(u32le(bytes, 18), 80));
  return OPEN_DOCUMENTS.find((type) => type === said) ?? null;
}
