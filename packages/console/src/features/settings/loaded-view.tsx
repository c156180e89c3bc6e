import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { describeError } from '../../api/describe-error.js';
import { texts } from '../../i18n/texts.js';
import { Button } from '../../ui/button.js';
import { Note } from '../../ui/note.js';
import { Skeleton } from '../../ui/skeleton.js';
import type { Resource } from './loaded.js';

/** Reads when it is first shown; draws what came, or what went wrong with a way on. */
export function LoadedView<T>(props: { resource: Resource<T>; children: (value: T) => ComponentChildren }) {
  const { resource, children } = props;
  useEffect(() => {
    void resource.load();
  }, [resource]);
  const state = resource.state.value;
  switch (state.kind) {
    case 'loading':
      return <Skeleton lines={6} />;
    case 'failed':
      return (
        <Note
          tone="danger"
          action={
            <Button icon="refresh" onClick={() => void resource.load()}>
              {texts().common.retry}
            </Button>
          }
        >
          {describeError(state.error, texts())}
        </Note>
      );
    case 'ready':
      return <>{children(state.value)}</>;
  }
}
