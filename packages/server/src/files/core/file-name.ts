import { FILE_TYPES, type FileType, LIMITS } from '@baton/shared-types';

/** Names of devices, which Windows takes for the device whatever follows the dot. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
/** Left of a name whose every character was dropped. */
const NAMELESS = 'file';

/**
 * The sender's name for a file without what could deceive or escape: no folders, no control characters, none that turn
 * the direction of writing or cannot be seen, none that file systems forbid. It ends in the extension of what the file is.
 */
export function fileName(given: string, type: FileType): string {
  const extension = `.${FILE_TYPES[type]}`;
  const plain = (given.split(/[/\\]/).at(-1) ?? '')
    .normalize('NFC')
    // Controls, format characters (direction, joiners, tags), halves of characters, private use, unassigned, line ends.
    .replace(/[\p{C}\p{Zl}\p{Zp}\ufffd]/gu, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  const stem = withoutEnding(plain, type).slice(0, LIMITS.fileNameCharacters - extension.length);
  // A cut in the middle of a character leaves a half of it.
  const whole = stem.replace(/[\s.\p{Cs}]+$/u, '') || NAMELESS;
  return `${DEVICE.test(whole) ? '_' : ''}${whole}${extension}`;
}

/** Without its ending, when that already says what the file is: `report.exe` stays and becomes `report.exe.pdf`. */
function withoutEnding(name: string, type: FileType): string {
  const endings = type === 'image/jpeg' ? ['.jpg', '.jpeg'] : [`.${FILE_TYPES[type]}`];
  const ending = endings.find((each) => name.toLowerCase().endsWith(each));
  return ending ? name.slice(0, -ending.length) : name;
}
