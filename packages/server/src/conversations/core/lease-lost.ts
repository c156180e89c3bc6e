import { OperationalError } from '../../kernel/errors.js';

/** Another node has taken the turn: whatever this one still has to say about it comes too late. */
export class LeaseLost extends OperationalError {
  constructor() {
    super('unavailable');
  }
}
