import { setFlagsFromString } from 'node:v8';

/**
 * Has V8 compile patterns to machine code when they are first used, and not interpret them first. By its default, what
 * it compiles after that runs a quarter longer over a long message (`docs/performance.md`). For the whole process, and
 * to be called before it reads the first message.
 */
export function compilePatternsAtOnce(): void {
  setFlagsFromString('--no-regexp-tier-up');
}
