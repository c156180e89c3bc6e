import { type Logger as PinoLogger, pino } from 'pino';

/** Structured logging. Never given message text, tokens or personal data: ids and counts only. */
export type Logger = Pick<PinoLogger, 'debug' | 'info' | 'warn' | 'error'>;

export const LOGGER = Symbol('Logger');

export function createLogger(level: string): Logger {
  return pino({
    level,
    base: null,
    // Errors of our own making and of libraries may quote input: keep their kind and code, not their words.
    serializers: { error: describeError },
  });
}

function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { kind: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const frames = error.stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 6)
    .map((line) => line.trim());
  const cause = error.cause === undefined ? undefined : describeError(error.cause);
  return { kind: error.name, code, frames, cause };
}
