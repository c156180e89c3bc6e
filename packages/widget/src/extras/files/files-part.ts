import type { FileId, FileRecord } from '@baton/shared-types';
import { SITE_HEADER, VISITOR_FILES_PATH } from '@baton/shared-types';
import type { Signal } from '@preact/signals';
import { FILE_TEXTS, type FileTexts } from '../../i18n/file-texts.js';
import type { Language } from '../../i18n/language.js';
import type { TransferLine } from '../../platform/file-transfer.js';
import type { Chat } from '../../ui/chat.js';
import type { ExtrasTools } from '../extras-tools.js';
import { type Elements, elementsBy } from './elements.js';

/** What the parts about files need. */
export interface FilesPart {
  readonly chat: Chat;
  readonly words: FileTexts;
  readonly language: string;
  readonly h: Elements;
  /** Files that could not be fetched. */
  readonly failed: Signal<readonly FileId[]>;
  readonly maxBytes: () => number;
  /** Where to send to, or of a file where to get it. */
  readonly line: (file?: FileRecord) => TransferLine;
  /** True once for each canvas: it is drawn once. */
  readonly begin: (canvas: HTMLCanvasElement) => boolean;
}

export function createFilesPart({ shell, client, chat, jsx, signal }: ExtrasTools): FilesPart {
  const { options, panel } = shell;
  const { session } = client;
  // The chat has written there which language it speaks.
  const language = panel.panel.lang as Language;
  const drawn = new WeakSet<HTMLCanvasElement>();
  return {
    chat,
    words: FILE_TEXTS[language],
    language,
    h: elementsBy(jsx),
    failed: signal<readonly FileId[]>([]),
    maxBytes: () => session.peek()?.site.files?.maxBytes ?? 0,
    line: (file) => ({
      url: options.server + VISITOR_FILES_PATH + (file ? `/${file.fileId}` : ''),
      headers: { authorization: `Bearer ${session.peek()?.token}`, [SITE_HEADER]: options.site },
    }),
    begin: (canvas) => !drawn.has(canvas) && Boolean(drawn.add(canvas)),
  };
}
