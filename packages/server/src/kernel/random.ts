/** The only source of randomness. Injected; the system's one is cryptographic. */
export interface Random {
  bytes(length: number): Uint8Array;
}

/** Nest’s injection token. */
export const RANDOM = Symbol('Random');

/** Asked of the system at once: every call there costs more than the bytes. */
const POOL_BYTES = 4_096;
let pool = new Uint8Array(0);
let used = 0;

export const systemRandom: Random = {
  bytes: (length) => {
    if (length > POOL_BYTES) return crypto.getRandomValues(new Uint8Array(length));
    if (used + length > pool.length) {
      pool = crypto.getRandomValues(new Uint8Array(POOL_BYTES));
      used = 0;
    }
    const taken = pool.slice(used, used + length);
    // Handed out once, and kept nowhere else: some of it becomes secrets.
    pool.fill(0, used, used + length);
    used += length;
    return taken;
  },
};
