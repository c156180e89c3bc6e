import type { Passage } from '@baton/shared-types';
import { BoundedCache } from '../kernel/bounded-cache.js';

/** UTF-16 units of passages that a node keeps: some 2,000 searches. */
const CHARACTERS = 10_000_000;

/**
 * What searches found, by everything that it depends on. The key names the version of the index, which every search
 * reads from the database: an index that has changed, on whichever node, is a new key, and the old one ages out.
 */
export class SearchCache {
  readonly #found: BoundedCache<readonly Passage[]>;

  constructor(capacity = CHARACTERS) {
    this.#found = new BoundedCache(capacity);
  }

  find(key: string): readonly Passage[] | null {
    return this.#found.find(key);
  }

  keep(key: string, passages: readonly Passage[]): void {
    const weight = passages.reduce((sum, { title, text }) => sum + title.length + text.length, 0);
    this.#found.keep(key, passages, key.length + weight);
  }
}
