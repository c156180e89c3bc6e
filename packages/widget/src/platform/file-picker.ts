import type { Disposer } from './listen.js';

/** Opens the browser's dialog for files. `accept`: what it offers first. */
export function pickFiles(accept: string, picked: (files: readonly File[]) => void): void {
  const input = Object.assign(document.createElement('input'), { type: 'file', accept, multiple: true });
  input.onchange = () => picked([...(input.files ?? [])]);
  input.click();
}

/** Files that are dropped on `area` or pasted into `input`, until it is disposed of. `hover` tells when some are held above. */
export function receiveFiles(
  area: HTMLElement,
  input: HTMLElement,
  {
    received,
    hover,
  }: { readonly received: (files: readonly File[]) => void; readonly hover: (on: boolean) => void },
): Disposer {
  const ended = new AbortController();
  const { signal } = ended;
  const carries = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') ?? false;
  area.addEventListener(
    'dragover',
    (event) => {
      if (!carries(event)) return;
      event.preventDefault();
      hover(true);
    },
    { signal },
  );
  area.addEventListener(
    'dragleave',
    ({ relatedTarget }) => {
      if (!(relatedTarget instanceof Node && area.contains(relatedTarget))) hover(false);
    },
    { signal },
  );
  area.addEventListener(
    'drop',
    (event) => {
      if (!carries(event)) return;
      event.preventDefault();
      hover(false);
      received([...(event.dataTransfer?.files ?? [])]);
    },
    { signal },
  );
  input.addEventListener(
    'paste',
    (event) => {
      const files = [...(event.clipboardData?.files ?? [])];
      // Office programs put a picture of the words beside them: then the words are meant.
      if (files.length === 0 || event.clipboardData?.getData('text/plain')) return;
      event.preventDefault();
      received(files);
    },
    { signal },
  );
  return () => ended.abort();
}
