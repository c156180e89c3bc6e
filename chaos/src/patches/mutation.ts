import type { InvariantRow } from '../checker/violation.ts';
import type { Patch } from './patch.ts';

/** A deliberate bug in the built product, which the harness has to notice. */
export interface Mutation {
  readonly name: string;
  /** What the product does wrong, in few words. */
  readonly what: string;
  /** The rows one of which must break. */
  readonly breaks: readonly InvariantRow[];
  /** The faults under which it shows; none: it shows by itself. */
  readonly faults: readonly string[];
  /** One node is enough unless said otherwise. */
  readonly nodes?: number;
  /** The agents are away most of the time: it shows where nobody can be found. */
  readonly agentsAway?: true;
  readonly patches: readonly Patch[];
}
