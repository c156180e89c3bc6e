import { ERRORS, type ErrorCode, type ErrorFamily, type WireError } from '@baton/shared-types';

/** Base of the three families; carries a code of the shared catalogue and nothing that a stranger may not read. */
export abstract class BatonError extends Error {
  abstract readonly family: ErrorFamily;
  constructor(
    readonly code: ErrorCode,
    readonly details: readonly string[] = [],
    options?: { cause?: unknown },
  ) {
    super(ERRORS[code].message, options);
    this.name = new.target.name;
  }

  /** What crosses the wire: code, sentence, and details meant for the caller. */
  toWire(): WireError {
    const message = ERRORS[this.code].message;
    return this.details.length > 0
      ? { code: this.code, message, details: this.details }
      : { code: this.code, message };
  }
}

/** The caller asked for something that cannot be done; asking differently helps. */
export class UserError extends BatonError {
  readonly family = 'user';
}

/** The surroundings failed (database, network, model); trying later helps. */
export class OperationalError extends BatonError {
  readonly family = 'operational';
}

/** A defect of ours. */
export class UnexpectedError extends BatonError {
  readonly family = 'unexpected';
  constructor(cause: unknown) {
    super('unexpected', [], { cause });
  }
}

/** The wire form of anything that was thrown: only our own errors say more than "unexpected". */
export function toWireError(thrown: unknown): WireError {
  return (thrown instanceof BatonError ? thrown : new UnexpectedError(thrown)).toWire();
}
