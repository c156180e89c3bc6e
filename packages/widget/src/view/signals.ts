/** Something that is read: a signal or a computed value. */
interface Source {
  /** Rises whenever the value has changed. */
  version: number;
  readonly readers: Set<Reader>;
  /** Brings the value up to date. */
  refresh(): void;
}

/** Something that reads: a computed value or an effect. */
interface Reader {
  /** What the last run read, and in which version. */
  readonly reads: Map<Source, number>;
  /** Something that was read may have changed. */
  mark(): void;
}

interface Effect extends Reader {
  run(): void;
}

export interface ReadonlySignal<T> {
  readonly value: T;
  /** The value, without being told of its changes. */
  peek(): T;
  /** Calls back with the value, at once and after every change; returns a disposer. */
  subscribe(run: (value: T) => void): () => void;
}

export interface Signal<T> extends ReadonlySignal<T> {
  value: T;
}

/** Who is reading at this moment. */
let current: Reader | null = null;
/** How many batches are open. */
let open = 0;
/** Effects to look at when the last batch closes. */
const due = new Set<Effect>();

/** A value whose readers are told of its changes. */
export function signal<T>(initial: T): Signal<T> {
  let held = initial;
  const source = createSource(() => undefined);
  return readable(
    source,
    () => held,
    (next) => {
      if (next === held) return;
      held = next;
      source.version += 1;
      batch(() => tell(source));
    },
  );
}

/** A value made of others: computed when it is read, and only if one of them has changed. */
export function computed<T>(compute: () => T): ReadonlySignal<T> {
  let held: T;
  let isDirty = true;
  // False before the first and after a failed computation: whoever asks then has it tried again.
  let isReady = false;
  const source = {
    ...createSource(() => {
      if (!isDirty) return;
      if (!isReady || isStale(source)) {
        isReady = false;
        const next = collect(source, compute);
        if (next !== held || source.version === 0) source.version += 1;
        held = next;
        isReady = true;
      }
      isDirty = false;
    }),
    reads: new Map<Source, number>(),
    mark() {
      if (isDirty && isReady) return;
      isDirty = true;
      tell(source);
    },
  };
  return readable(source, () => held);
}

/** Runs now, and again whenever something that it read has changed. What it returns runs before that and at the end. */
export function effect(run: () => unknown): () => void {
  let isOver = false;
  let cleanUp: unknown;
  const reader: Effect = {
    reads: new Map(),
    mark: () => due.add(reader),
    run() {
      if (isStale(reader)) repeat();
    },
  };
  batch(repeat);
  return end;

  function repeat(): void {
    tidy();
    cleanUp = collect(reader, run);
    if (isOver) end();
  }

  function end(): void {
    isOver = true;
    due.delete(reader);
    forget(reader);
    tidy();
  }

  function tidy(): void {
    const last = cleanUp;
    cleanUp = undefined;
    if (typeof last === 'function') untracked(() => last());
  }
}

/** Lets effects wait until `run` is through. */
export function batch<T>(run: () => T): T {
  open += 1;
  try {
    return run();
  } finally {
    try {
      if (open === 1) runDueEffects();
    } finally {
      open -= 1;
    }
  }
}

/** Reads without being told of changes. */
export function untracked<T>(run: () => T): T {
  const before = current;
  current = null;
  try {
    return run();
  } finally {
    current = before;
  }
}

/** One that fails does not keep the others from running. */
function runDueEffects(): void {
  const failures: unknown[] = [];
  for (const reader of due) {
    due.delete(reader);
    try {
      reader.run();
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
}

function readable<T>(source: Source, peek: () => T, write?: (next: T) => void): Signal<T> {
  return {
    get value() {
      try {
        source.refresh();
      } finally {
        if (current) {
          current.reads.set(source, source.version);
          source.readers.add(current);
        }
      }
      return peek();
    },
    set value(next) {
      write?.(next);
    },
    peek() {
      untracked(source.refresh);
      return peek();
    },
    subscribe(run) {
      return effect(() => {
        const { value } = this;
        untracked(() => run(value));
      });
    },
  };
}

function createSource(refresh: () => void): Source {
  return { version: 0, readers: new Set(), refresh };
}

function tell(source: Source): void {
  for (const reader of [...source.readers]) reader.mark();
}

/** In the order in which they were read: what a condition has shut out is not computed. */
function isStale(reader: Reader): boolean {
  for (const [source, version] of reader.reads) {
    source.refresh();
    if (source.version !== version) return true;
  }
  return false;
}

function collect<T>(reader: Reader, run: () => T): T {
  const before = current;
  forget(reader);
  current = reader;
  try {
    return run();
  } finally {
    current = before;
  }
}

function forget(reader: Reader): void {
  for (const source of reader.reads.keys()) source.readers.delete(reader);
  reader.reads.clear();
}
