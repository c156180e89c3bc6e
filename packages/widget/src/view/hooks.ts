import { afterDrawing, type Slot, takeSlot } from './instance.js';
import { computed, type ReadonlySignal, type Signal, signal } from './signals.js';

type Dependencies = readonly unknown[];

interface Memory<T> extends Slot {
  value?: T;
  dependencies?: Dependencies | undefined;
}

export function useRef<T>(initial: T): { current: T } {
  return take(() => ({ current: initial }));
}

export function useSignal<T>(initial: T): Signal<T> {
  return take(() => signal(initial));
}

export function useComputed<T>(compute: () => T): ReadonlySignal<T> {
  return take(() => computed(compute));
}

export function useState<T>(initial: T): [T, (next: T | ((before: T) => T)) => void] {
  const state = useSignal(initial);
  return [
    state.value,
    (next) => {
      state.value = next instanceof Function ? next(state.peek()) : next;
    },
  ];
}

export function useMemo<T>(make: () => T, dependencies?: Dependencies): T {
  const memory = takeSlot<Memory<T>>(() => ({}));
  if (haveChanged(memory, dependencies)) memory.value = make();
  return memory.value as T;
}

/** Runs once the page stands, and again when a dependency has changed; what it returns runs before that. */
export function useLayoutEffect(run: () => unknown, dependencies?: Dependencies): void {
  const memory = takeSlot<Memory<unknown>>(() => ({
    end() {
      if (memory.value instanceof Function) memory.value();
      memory.value = null;
    },
  }));
  if (!haveChanged(memory, dependencies)) return;
  afterDrawing(() => {
    memory.end?.();
    memory.value = run();
  });
}

function take<T>(make: () => T): T {
  return useMemo(make, []);
}

function haveChanged(memory: Memory<unknown>, dependencies?: Dependencies): boolean {
  const before = memory.dependencies;
  memory.dependencies = dependencies;
  return !before || !dependencies || dependencies.some((dependency, index) => dependency !== before[index]);
}
