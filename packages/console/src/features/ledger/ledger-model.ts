import type { LeadFate, LeadLedger } from '@baton/shared-types';
import { type ReadonlySignal, signal } from '@preact/signals';
import type { StudioApi } from '../../api/studio-api.js';
import { createResource, type Resource } from '../settings/loaded.js';

/** What people have to look at first. */
export const FATES = ['lost', 'captured', 'declined', 'explained'] as const satisfies readonly LeadFate[];

export interface LedgerModel {
  readonly fate: ReadonlySignal<LeadFate>;
  choose(fate: LeadFate): void;
  readonly ledger: Resource<LeadLedger>;
  /** Of the last reading; they stay while the next one is on its way. */
  readonly counts: ReadonlySignal<LeadLedger['counts'] | null>;
}

export function createLedgerModel(api: StudioApi): LedgerModel {
  const fate = signal<LeadFate>('lost');
  const counts = signal<LeadLedger['counts'] | null>(null);
  const ledger = createResource(async () => {
    const read = await api.getLeadLedger(fate.peek());
    counts.value = read.counts;
    return read;
  });
  return {
    fate,
    ledger,
    counts,
    choose(wanted) {
      fate.value = wanted;
      void ledger.load();
    },
  };
}
