/** What happens to bytes that travel in one direction. */
export interface Toxic {
  readonly latencyMs?: number;
  readonly jitterMs?: number;
  /** At most so many bytes at a time. */
  readonly sliceBytes?: number;
  /** Held back until the fault ends, as a network that is cut does. */
  readonly hole?: true;
  /** Taken and thrown away: the sender believes that it arrived. The connection is broken when the fault ends. */
  readonly swallow?: true;
}

export interface Toxics {
  /** From whoever connected. */
  readonly up?: Toxic;
  /** Towards whoever connected. */
  readonly down?: Toxic;
}
