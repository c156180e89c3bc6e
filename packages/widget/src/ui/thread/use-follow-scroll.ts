import { type ReadonlySignal, useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { followTarget, isAtEnd } from '../../core/follow-scroll.js';
import { disposeAll, listen } from '../../platform/listen.js';
import { observeSize } from '../../platform/size-observer.js';

/**
 * Keeps the end in view for a reader who is there, and leaves everybody else where they are.
 * `isBehind`: a message arrived below what is being read.
 */
export function useFollowScroll(
  boxRef: RefObject<HTMLElement | null>,
  contentRef: RefObject<HTMLElement | null>,
): { readonly isBehind: ReadonlySignal<boolean>; readonly toEnd: () => void } {
  const isBehind = useSignal(false);
  const goToEnd = useRef<() => void>(() => undefined);

  useLayoutEffect(() => {
    const box = boxRef.current;
    const content = contentRef.current;
    if (!box || !content) return;
    let atEnd = true;
    let lastKey: string | undefined;
    let ours = -1;

    const scrollTo = (top: number) => {
      box.scrollTop = top;
      ours = box.scrollTop;
      atEnd = isAtEnd(box);
    };
    const settle = () => {
      if (box.clientHeight === 0) return;
      const last = [...content.querySelectorAll<HTMLElement>('.message')].at(-1);
      const isNew = last?.dataset['key'] !== lastKey;
      const isOwn = last?.parentElement?.classList.contains('own') ?? true;
      const isFirst = lastKey === undefined;
      lastKey = last?.dataset['key'];
      if (isNew && (isOwn || isFirst)) return scrollTo(box.scrollHeight);
      if (atEnd || ours === box.scrollTop) {
        // Who is still inside a long message is not carried on to the next one.
        if (atEnd || !isNew) scrollTo(followTarget(box, last && !isOwn ? last.offsetTop : null));
        else ours = -1;
      }
      if (isNew && !isAtEnd(box) && last && last.offsetTop > box.scrollTop + box.clientHeight - 40) {
        isBehind.value = true;
      }
    };
    goToEnd.current = () => scrollTo(box.scrollHeight);
    return disposeAll([
      listen(box, 'scroll', () => {
        if (box.scrollTop !== ours) {
          ours = -1;
          atEnd = isAtEnd(box);
        }
        if (isAtEnd(box)) isBehind.value = false;
      }),
      observeSize([box, content], settle),
    ]);
  }, []);

  return { isBehind, toEnd: () => goToEnd.current() };
}
