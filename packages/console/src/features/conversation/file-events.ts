import type { Signal } from '@preact/signals';

/** What a field does with files that are dropped on it or pasted into it. `dropping`: some are held above it. */
export function fileEvents(send: (files: readonly File[]) => void, dropping: Signal<boolean>) {
  const carries = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') ?? false;
  return {
    onDragOver(event: DragEvent) {
      if (!carries(event)) return;
      event.preventDefault();
      dropping.value = true;
    },
    onDragLeave() {
      dropping.value = false;
    },
    onDrop(event: DragEvent) {
      dropping.value = false;
      if (!carries(event)) return;
      event.preventDefault();
      send([...(event.dataTransfer?.files ?? [])]);
    },
    onPaste(event: ClipboardEvent) {
      const files = [...(event.clipboardData?.files ?? [])];
      // Office programs put a picture of the words beside them: then the words are meant.
      if (files.length === 0 || event.clipboardData?.getData('text/plain')) return;
      event.preventDefault();
      send(files);
    },
  };
}
