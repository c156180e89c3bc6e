/** A component on the page: what its hooks remember, and how to draw it again. */
export interface Instance {
  /** Depth among the components. */
  readonly level: number;
  readonly slots: Slot[];
  draw(): void;
}

/** What one call of a hook remembers. `end` runs when the component goes. */
export interface Slot {
  end?(): void;
}

/** Whose function is running, and which of its hooks comes next. */
let running: Instance | null = null;
let position = 0;
let isAsked = false;
const waiting = new Set<Instance>();
const putOff: (() => void)[] = [];

/** Runs a component's function with its hooks at hand. */
export function runWithHooks<T>(instance: Instance, run: () => T): T {
  const before = running;
  running = instance;
  position = 0;
  try {
    return run();
  } finally {
    running = before;
  }
}

/** The memory of the hook that is being called: the same one at every drawing, because hooks are called in order. */
export function takeSlot<S extends Slot>(make: () => S): S {
  if (!running) throw new Error('A hook was called outside of a component.');
  const { slots } = running;
  slots[position] ??= make();
  return slots[position++] as S;
}

/** Has it drawn again, once, after everything that is changing now has changed. */
export function drawSoon(instance: Instance): void {
  waiting.add(instance);
  if (isAsked) return;
  isAsked = true;
  queueMicrotask(() => {
    isAsked = false;
    // From the top: who is taken off the page by somebody above is not drawn.
    for (const next of [...waiting].sort((a, b) => a.level - b.level)) {
      if (waiting.has(next)) next.draw();
    }
    settle();
  });
}

/** It has been drawn, or has gone. */
export function isDone(instance: Instance): void {
  waiting.delete(instance);
}

/** Runs once the page stands. */
export function afterDrawing(run: () => void): void {
  putOff.push(run);
}

/** The page stands. */
export function settle(): void {
  for (const run of putOff.splice(0)) run();
}
