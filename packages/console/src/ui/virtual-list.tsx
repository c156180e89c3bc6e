import { useSignal, useSignalEffect } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { Platform } from '../platform/platform.js';
import { placesOf, windowOf } from './list-window.js';
import './virtual-list.css';

/** Drawn above and below what is seen, so that scrolling by keyboard or wheel shows no hole. */
const MARGIN_PX = 400;
/** Nearer than this many lines to the end counts as near it. */
const NEAR_END = 40;

export interface VirtualListProps<T> {
  readonly platform: Platform;
  readonly items: readonly T[];
  readonly keyOf: (item: T) => string;
  /** In rem, so that the reader's own text size counts. */
  readonly heightOf: (item: T) => number;
  readonly render: (item: T) => ComponentChildren;
  /** Scrolls the line with this key into sight; `turn` rises so that the same line can be asked for again. */
  readonly revealed: { readonly value: { readonly key: string; readonly turn: number } | null };
  readonly onNearEnd?: () => void;
}

/** What scrolls the list: the nearest element around it that the style sheet lets scroll. */
function scrollerOf(list: HTMLElement | null): HTMLElement | null {
  return list?.closest<HTMLElement>('.scroll') ?? null;
}

/** A list of any length of which only the part in sight is drawn. Lines have a known height each. */
export function VirtualList<T>(props: VirtualListProps<T>) {
  const { platform, items, keyOf, heightOf, render, revealed, onNearEnd } = props;
  const list = useRef<HTMLUListElement>(null);
  const probe = useRef<HTMLDivElement>(null);
  const view = useSignal({ top: 0, height: 900, rem: 16 });
  const focused = useSignal<string | null>(null);
  const { rem } = view.value;
  const places = useMemo(() => placesOf(items, (item) => heightOf(item) * rem), [items, rem]);

  function measure() {
    const scroller = scrollerOf(list.current);
    if (!scroller || !probe.current) return;
    const next = {
      top: scroller.scrollTop,
      height: scroller.clientHeight,
      rem: probe.current.offsetHeight || 16,
    };
    const held = view.peek();
    if (next.top !== held.top || next.height !== held.height || next.rem !== held.rem) view.value = next;
  }

  useLayoutEffect(() => {
    const scroller = scrollerOf(list.current);
    if (!scroller || !probe.current) return undefined;
    measure();
    scroller.addEventListener('scroll', measure, { passive: true });
    const stops = [platform.onResize(scroller, measure), platform.onResize(probe.current, measure)];
    return () => {
      scroller.removeEventListener('scroll', measure);
      for (const stop of stops) stop();
    };
  }, [platform]);

  useSignalEffect(() => {
    const wanted = revealed.value;
    const scroller = scrollerOf(list.current);
    if (!wanted || !scroller) return;
    const index = items.findIndex((item) => keyOf(item) === wanted.key);
    const top = places[index];
    const bottom = places[index + 1];
    if (index < 0 || top === undefined || bottom === undefined) return;
    const head = 2.25 * rem;
    if (top - head < scroller.scrollTop) scroller.scrollTop = top - head;
    else if (bottom > scroller.scrollTop + scroller.clientHeight)
      scroller.scrollTop = bottom - scroller.clientHeight;
    measure();
  });

  const { first, last } = windowOf(places, view.value, MARGIN_PX);
  const isNearEnd = last >= items.length - NEAR_END;
  useLayoutEffect(() => {
    if (isNearEnd) onNearEnd?.();
  }, [isNearEnd, items.length]);

  const shown = items.slice(first, last).map((item, place) => ({ item, index: first + place }));
  // A line that has the focus stays on the page however far it is scrolled away: focus is never lost.
  const held = focused.value === null ? -1 : items.findIndex((item) => keyOf(item) === focused.value);
  const heldItem = items[held];
  if (heldItem && (held < first || held >= last)) shown.push({ item: heldItem, index: held });
  return (
    <ul
      ref={list}
      class="virtual-list"
      style={{ height: `${places.at(-1) ?? 0}px` }}
      onFocusOut={() => (focused.value = null)}
    >
      {shown.map(({ item, index }) => (
        <li
          key={keyOf(item)}
          aria-setsize={items.length}
          aria-posinset={index + 1}
          style={{ transform: `translateY(${places[index]}px)`, height: `${heightOf(item) * rem}px` }}
          onFocusIn={() => (focused.value = keyOf(item))}
        >
          {render(item)}
        </li>
      ))}
      <div ref={probe} class="virtual-probe" role="presentation" />
    </ul>
  );
}
