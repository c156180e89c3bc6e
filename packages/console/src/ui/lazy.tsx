import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { texts } from '../i18n/texts.js';
import { Button } from './button.js';
import { Note } from './note.js';
import { Skeleton } from './skeleton.js';

type Loading<M> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'ready'; readonly module: M };

/** Draws a part of the console that is fetched when it is first needed. */
export function Lazy<M>(props: { load: () => Promise<M>; children: (module: M) => ComponentChildren }) {
  const { load, children } = props;
  const state = useSignal<Loading<M>>({ kind: 'loading' });
  const attempt = useSignal(0);
  useEffect(() => {
    let isGone = false;
    load().then(
      (module) => {
        if (!isGone) state.value = { kind: 'ready', module };
      },
      () => {
        if (!isGone) state.value = { kind: 'failed' };
      },
    );
    return () => {
      isGone = true;
    };
  }, [load, attempt.value]);
  switch (state.value.kind) {
    case 'loading':
      return <Skeleton lines={6} />;
    case 'failed':
      return (
        <Note
          tone="danger"
          action={
            <Button icon="refresh" onClick={() => (attempt.value += 1)}>
              {texts().common.retry}
            </Button>
          }
        >
          {texts().errors.unavailable}
        </Note>
      );
    case 'ready':
      return <>{children(state.value.module)}</>;
  }
}
