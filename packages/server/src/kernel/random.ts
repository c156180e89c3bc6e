/** The only source of randomness. Injected; the system's one is cryptographic. */
export interface Random {
  bytes(length: number): Uint8Array;
}

/** Nest’s injection token. */
export const RANDOM = Symbol('Random');

export const systemRandom: Random = {
  bytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
};
