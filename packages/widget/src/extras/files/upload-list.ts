import type { ReadonlySignal, Signal } from '@preact/signals';
import type { PendingUpload, UploadProblem, UploadsModel } from '../../core/uploads-model.js';
import { put } from '../../i18n/file-texts.js';
import { formatSize } from '../../i18n/format-size.js';
import type { FilesPart } from './files-part.js';

interface UploadListProps {
  readonly part: FilesPart;
  readonly model: UploadsModel<File>;
  /** Files are held above the panel. */
  readonly hover: ReadonlySignal<boolean>;
  /** Said once to screen readers. */
  readonly said: Signal<string>;
  readonly choose: () => void;
}

/** Above the text box: what is on its way, and what was not sent and why. */
export function UploadList({ part, model, hover, said, choose }: UploadListProps) {
  const { h, words, chat } = part;
  const isAsked = chat.model.asked.value?.kind === 'file';
  const uploads = model.uploads.value;
  return h(
    'div',
    { class: 'uploads' },
    uploads.map((upload) => h(Row, { key: upload.id, part, model, upload })),
    isAsked &&
      uploads.length === 0 &&
      h('button', { type: 'button', class: 'choice', onClick: choose }, words.attach),
    hover.value && h('p', { class: 'drop-here' }, words.drop),
    h('div', { class: 'hidden', role: 'status' }, said.value),
  );
}

interface RowProps extends Pick<UploadListProps, 'part' | 'model'> {
  readonly upload: PendingUpload;
}

function Row({ part, model, upload }: RowProps) {
  const { h, words, chat } = part;
  const { id, name, share, problem } = upload;
  const leave = () => {
    chat.moveFocusOn();
    model.remove(id);
  };
  const link = (label: string, onClick: () => void, of: string) =>
    h('button', { type: 'button', class: 'link', onClick }, label, h('span', { class: 'hidden' }, ` ${of}`));
  return h(
    'div',
    { class: 'upload' },
    h('span', { class: 'upload-name', dir: 'auto' }, name),
    problem === null
      ? h('progress', { value: share, max: 1, 'aria-label': put(words.uploading, 'name', name) })
      : h('span', { class: 'upload-problem', role: 'alert' }, sentenceOf(problem, part)),
    problem === 'failed' && link(chat.texts.retry, () => model.retry(id), name),
    link(problem === null ? words.cancel : chat.texts.discard, leave, name),
  );
}

function sentenceOf(problem: UploadProblem, { words, language, maxBytes }: FilesPart): string {
  return put(words[problem], 'size', formatSize(maxBytes(), language));
}
