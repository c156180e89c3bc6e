type Callable = (this: unknown, ...args: unknown[]) => unknown;

/** What the wrapped places of the server ask as they are passed. */
export interface CrashControls {
  wrap(run: Callable, point: string, when: 'before' | 'after'): Callable;
  wrapMethod(
    prototype: Record<string, unknown>,
    method: string,
    point: string,
    when: 'before' | 'after',
  ): void;
}

declare global {
  var batonChaos: CrashControls;
}

/** Kills this process at the armed point. Nothing of it runs unless the harness has armed one. */
export function createCrashControls(): CrashControls & { arm(point: string | null, nth: number): void } {
  let armed: string | null = null;
  let left = 0;

  function pass(point: string): void {
    if (armed !== point) return;
    left -= 1;
    if (left > 0) return;
    process.kill(process.pid, 'SIGKILL');
    // The signal is on its way; not one more statement of the server may run.
    for (;;);
  }

  function wrap(run: Callable, point: string, when: 'before' | 'after'): Callable {
    if (typeof run !== 'function') throw new Error(`there is nothing to pass at ${point}`);
    return function passing(this: unknown, ...args: unknown[]) {
      if (when === 'before') pass(point);
      const result = run.apply(this, args);
      if (when === 'before') return result;
      if (result instanceof Promise) {
        return result.then((value: unknown) => {
          pass(point);
          return value;
        });
      }
      pass(point);
      return result;
    };
  }

  return {
    arm(point, nth) {
      armed = point;
      left = nth;
    },
    wrap,
    wrapMethod(prototype, method, point, when) {
      const run = prototype[method];
      if (typeof run !== 'function') throw new Error(`there is no method ${method} to pass at ${point}`);
      prototype[method] = wrap(run as Callable, point, when);
    },
  };
}
