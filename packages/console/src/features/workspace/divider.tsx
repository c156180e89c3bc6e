import type { Signal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { clampWidth, PANE_LIMITS } from './panes-model.js';

const STEP = 16;

/** The edge between two panes: dragged by pointer, moved by arrow keys, reset by a double click. */
export function Divider({
  pane,
  width,
  label,
}: {
  pane: 'inbox' | 'bundle';
  width: Signal<number>;
  label: string;
}) {
  const drag = useRef<{ readonly x: number; readonly width: number } | null>(null);
  // The inbox grows to the right, the bundle to the left.
  const direction = pane === 'inbox' ? 1 : -1;
  const { least, most, initial } = PANE_LIMITS[pane];
  const set = (wanted: number) => {
    width.value = clampWidth(pane, wanted);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a movable separator has no element of its own.
    <div
      class={`divider beside-${pane}`}
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width.value}
      aria-valuemin={least}
      aria-valuemax={most}
      onKeyDown={(event) => {
        if (event.key === 'ArrowRight') set(width.value + STEP * direction);
        else if (event.key === 'ArrowLeft') set(width.value - STEP * direction);
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
      onDblClick={() => set(initial)}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        drag.current = { x: event.clientX, width: width.value };
      }}
      onPointerMove={(event) => {
        if (drag.current) set(drag.current.width + (event.clientX - drag.current.x) * direction);
      }}
      onPointerUp={() => {
        drag.current = null;
      }}
      onPointerCancel={() => {
        drag.current = null;
      }}
    />
  );
}
