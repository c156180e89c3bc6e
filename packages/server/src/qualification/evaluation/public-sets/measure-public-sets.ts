import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BANKING_REQUESTS } from './banking-requests.js';
import { CLINC_INTENTS } from './clinc-intents.js';
import { CUSTOMER_SERVICE } from './customer-service.js';
import type { PublicSet, SetReport } from './public-set.js';
import { RESTAURANT_NAMES } from './restaurant-names.js';

const SETS: readonly PublicSet[] = [RESTAURANT_NAMES, BANKING_REQUESTS, CUSTOMER_SERVICE, CLINC_INTENTS];

/** Measures the public sets that lie in a folder; none when it holds none of them. */
export function measurePublicSets(folder: string): readonly SetReport[] {
  return SETS.flatMap(({ name, file, measure }) => {
    const path = join(folder, file);
    return existsSync(path) ? [{ set: name, measures: measure(readFileSync(path, 'utf8')) }] : [];
  });
}
