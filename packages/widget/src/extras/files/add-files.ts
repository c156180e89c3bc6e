import { createUploads } from '../../core/uploads-model.js';
import { put } from '../../i18n/file-texts.js';
import { pickFiles, receiveFiles } from '../../platform/file-picker.js';
import { uploadFile } from '../../platform/file-transfer.js';
import type { Disposer } from '../../platform/listen.js';
import { newUploadId } from '../../platform/upload-context.js';
import type { ExtrasTools } from '../extras-tools.js';
import { FileCard } from './file-card.js';
import styles from './files.css?inline';
import { createFilesPart } from './files-part.js';
import { uploadHeaders } from './upload-headers.js';
import { UploadList } from './upload-list.js';

const CLIP =
  'm20 11.5-8.3 8.3a5.3 5.3 0 0 1-7.5-7.5l8.3-8.3a3.5 3.5 0 0 1 5 5l-8.3 8.3a1.8 1.8 0 0 1-2.5-2.5l7.6-7.6';
/** What the browser's dialog offers first; what counts is what the server finds in the file. */
const OFFERED = 'image/jpeg,image/png,image/gif,image/webp,.pdf,.txt,.docx,.xlsx,.pptx,.odt,.ods,.odp';

/** Puts files into the chat: the button, dropping and pasting, what is on its way, and cards in place of names. */
export function addFiles(tools: ExtrasTools): Disposer {
  const { shell, chat, render, signal } = tools;
  const { createElement, adoptStyles } = shell;
  const { panel, input, form } = shell.panel;
  const part = createFilesPart(tools);
  const { h } = part;
  chat.files.value = ({ files }) => files?.map((file) => h(FileCard, { key: file.fileId, part, file }));
  const hover = signal(false);
  const said = signal('');
  const model = createUploads<File>({
    signal,
    newId: newUploadId,
    maxBytes: part.maxBytes,
    send(id, file, progress) {
      const line = part.line();
      const headers = { ...line.headers, ...uploadHeaders(id, file.name, shell.options.locale) };
      const { done, cancel } = uploadFile({ ...line, headers }, file, (share) => {
        progress(share);
        if (!panel.isConnected) cancel();
      });
      return {
        done: done.then(({ status, body }) => ({ code: status === 201 ? null : codeOf(body) })),
        cancel,
      };
    },
    sent({ name }) {
      said.value = put(part.words.uploaded, 'name', name);
    },
  });
  const choose = () => pickFiles(OFFERED, model.add);
  const above = createElement('div', {});
  const beside = createElement('span', {});
  form.before(above);
  // Behind the text box, which so stays where the visitor has found it.
  input.after(beside);
  render(
    h(
      'button',
      { type: 'button', class: 'attach', 'aria-label': part.words.attach, onClick: choose },
      h('svg', { viewBox: '0 0 24 24', 'aria-hidden': 'true' }, h('path', { d: CLIP })),
    ),
    beside,
  );
  render(h(UploadList, { part, model, hover, said, choose }), above);
  const removeStyles = adoptStyles(shell.root, styles);
  const stopReceiving = receiveFiles(panel, input, {
    received: model.add,
    hover: (on) => {
      hover.value = on;
    },
  });
  return () => {
    stopReceiving();
    for (const room of [above, beside]) {
      render(null, room);
      room.remove();
    }
    chat.files.value = undefined;
    removeStyles();
  };
}

/** The code of a refusal; empty where there is none. */
function codeOf(body: unknown): string {
  const code = typeof body === 'object' && body !== null && 'code' in body ? body.code : '';
  return typeof code === 'string' ? code : '';
}
