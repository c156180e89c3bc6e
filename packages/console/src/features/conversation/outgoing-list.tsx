import { ERRORS } from '@baton/shared-types';
import { describeError } from '../../api/describe-error.js';
import { texts } from '../../i18n/texts.js';
import { Button } from '../../ui/button.js';
import type { OutgoingFiles } from './outgoing-files.js';
import './sent-file.css';

/** What is on its way to the visitor, and what has not arrived and why. */
export function OutgoingList({ outgoing }: { readonly outgoing: OutgoingFiles }) {
  const words = texts();
  const files = outgoing.files.value;
  if (files.length === 0) return null;
  return (
    <ul class="outgoing-files" aria-label={words.files.outgoing}>
      {files.map(({ id, name, error }) => (
        <li key={id} class="outgoing-file">
          <bdi>{name}</bdi>
          {error ? (
            <>
              <span class="failed" role="alert">
                {describeError(error, words)}
              </span>
              {ERRORS[error.code].retry && (
                <Button small onClick={() => outgoing.retry(id)}>
                  {words.common.retry}
                </Button>
              )}
              <Button small look="quiet" onClick={() => outgoing.discard(id)}>
                {words.conversation.discard}
              </Button>
            </>
          ) : (
            <span class="muted" role="status">
              {words.conversation.sending}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
