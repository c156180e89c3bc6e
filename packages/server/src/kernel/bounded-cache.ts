/**
 * Keeps what was used last, up to a total weight; what has not been asked for the longest goes first. A value heavier
 * than the whole is not kept at all.
 */
export class BoundedCache<Value> {
  readonly #entries = new Map<string, { readonly value: Value; readonly weight: number }>();
  readonly #capacity: number;
  #weight = 0;

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  /** The sum of the weights of what is kept. */
  get weight(): number {
    return this.#weight;
  }

  find(key: string): Value | null {
    const entry = this.#entries.get(key);
    if (!entry) return null;
    // A map keeps the order of insertion: the last place is that of the last used.
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    return entry.value;
  }

  keep(key: string, value: Value, weight = 1): void {
    this.forget(key);
    if (weight > this.#capacity) return;
    this.#entries.set(key, { value, weight });
    this.#weight += weight;
    for (const oldest of this.#entries.keys()) {
      if (this.#weight <= this.#capacity) break;
      this.forget(oldest);
    }
  }

  forget(key: string): void {
    const entry = this.#entries.get(key);
    if (!entry) return;
    this.#entries.delete(key);
    this.#weight -= entry.weight;
  }
}
