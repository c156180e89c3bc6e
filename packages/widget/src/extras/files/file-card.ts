import type { FileRecord } from '@baton/shared-types';
import { put } from '../../i18n/file-texts.js';
import { formatSize } from '../../i18n/format-size.js';
import { drawPicture, fetchFile, saveFile } from '../../platform/file-transfer.js';
import type { FilesPart } from './files-part.js';

/** The longest side of a preview, and how many pixels stand for each of its own on a sharp screen. */
const PREVIEW = 232;
const SHARPNESS = 2;

/** A file of a message: a picture is shown, and everything can be downloaded. */
export function FileCard({ part, file }: { readonly part: FilesPart; readonly file: FileRecord }) {
  const { words, language, h, failed } = part;
  const { fileId, name, size, width, height } = file;
  const download = async () => {
    const bytes = await fetchFile(part.line(file));
    const others = failed.peek().filter((id) => id !== fileId);
    failed.value = bytes ? others : [...others, fileId];
    if (bytes) saveFile(name, bytes);
  };
  return h(
    'div',
    { class: 'file' },
    width && height && h(Preview, { part, file, width, height }),
    h(
      'span',
      { class: 'file-line' },
      h(
        'button',
        {
          type: 'button',
          class: 'file-button',
          'aria-label': put(words.download, 'name', name),
          onClick: download,
        },
        h(
          'svg',
          { viewBox: '0 0 24 24', 'aria-hidden': 'true' },
          h('path', { d: 'M12 4v11m5-5-5 5-5-5M5 20h14' }),
        ),
        h('span', { dir: 'auto' }, name),
      ),
      h('span', { class: 'file-size' }, formatSize(size, language)),
    ),
    failed.value.includes(fileId) && h('p', { role: 'alert' }, words.unavailable),
  );
}

interface PreviewProps {
  readonly part: FilesPart;
  readonly file: FileRecord;
  readonly width: number;
  readonly height: number;
}

function Preview({ part, file, width, height }: PreviewProps) {
  const scale = Math.min(1, PREVIEW / Math.max(width, height));
  const side = (length: number) => Math.max(1, Math.round(length * scale * (scale < 1 ? SHARPNESS : 1)));
  return part.h('canvas', {
    ref: (canvas: HTMLCanvasElement | null) => {
      if (canvas && part.begin(canvas)) void draw(canvas, part, file);
    },
    class: 'file-preview',
    role: 'img',
    'aria-label': file.name,
    width: side(width),
    height: side(height),
  });
}

async function draw(canvas: HTMLCanvasElement, part: FilesPart, file: FileRecord): Promise<void> {
  const bytes = await fetchFile(part.line(file));
  if (bytes) await drawPicture(canvas, bytes);
}
