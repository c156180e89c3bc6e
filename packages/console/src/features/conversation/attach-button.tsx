import { useRef } from 'preact/hooks';
import { texts } from '../../i18n/texts.js';
import { Button } from '../../ui/button.js';

/** What the browser's dialog offers first; what counts is what the server finds in the file. */
const OFFERED = 'image/jpeg,image/png,image/gif,image/webp,.pdf,.txt,.docx,.xlsx,.pptx,.odt,.ods,.odp';

/** Chooses files to send. */
export function AttachButton({ onChoose }: { readonly onChoose: (files: readonly File[]) => void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={OFFERED}
        onChange={(event) => {
          const { files } = event.currentTarget;
          onChoose([...(files ?? [])]);
          // So that the same file can be chosen again.
          event.currentTarget.value = '';
        }}
      />
      <Button look="quiet" icon="clip" label={texts().files.attach} onClick={() => input.current?.click()} />
    </>
  );
}
