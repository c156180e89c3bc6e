import type { KeyValueStore } from '@baton/client';
import { type Signal, signal } from '@preact/signals';
import { remembered } from '../../platform/remembered.js';

export type Pane = 'inbox' | 'conversation' | 'bundle';

/** Widths in CSS pixels that keep every pane readable. */
export const PANE_LIMITS = {
  inbox: { least: 240, most: 460, initial: 320 },
  bundle: { least: 300, most: 560, initial: 380 },
} as const;

export interface PanesModel {
  readonly inboxWidth: Signal<number>;
  readonly bundleWidth: Signal<number>;
  /** The pane in front where not all fit: one on a phone; beside the conversation on a tablet. */
  readonly front: Signal<Pane>;
}

export function createPanesModel(store: KeyValueStore): PanesModel {
  const width = (pane: keyof typeof PANE_LIMITS) =>
    remembered<number>(store, `width.${pane}`, {
      initial: PANE_LIMITS[pane].initial,
      accept: (value): value is number => typeof value === 'number' && clampWidth(pane, value) === value,
    });
  return { inboxWidth: width('inbox'), bundleWidth: width('bundle'), front: signal('inbox') };
}

export function clampWidth(pane: keyof typeof PANE_LIMITS, width: number): number {
  const { least, most } = PANE_LIMITS[pane];
  return Math.round(Math.min(most, Math.max(least, width)));
}
