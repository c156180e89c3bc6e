import { setFlagsFromString } from 'node:v8';

/**
 * Has V8 compile patterns to machine code when they are first used, and not interpret them first: what it compiles after
 * that takes a tenth longer over a long message, and a quarter longer where it is slowest (`docs/performance.md`). For
 * the whole process, and to be called before it reads the first message.
 */
export function compilePatternsAtOnce(): void {
  setFlagsFromString('--no-regexp-tier-up');
}
