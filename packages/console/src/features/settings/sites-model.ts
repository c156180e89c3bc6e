import type { SiteId, WireError } from '@baton/shared-types';
import { type ReadonlySignal, signal } from '@preact/signals';
import type { ConsoleApi, NewSite, Site, SiteChange } from '../../api/console-api.js';
import { wireErrorOf } from '../../api/describe-error.js';
import { createResource, type Resource } from './loaded.js';

export type SiteNote =
  | { readonly kind: 'busy' }
  | { readonly kind: 'saved' }
  | { readonly kind: 'failed'; readonly error: WireError };

export interface SitesModel {
  readonly sites: Resource<readonly Site[]>;
  /** What became of the last change, by site. */
  readonly notes: ReadonlySignal<ReadonlyMap<SiteId, SiteNote>>;
  /** What became of the site that was added last; null: nothing to say. */
  readonly addNote: ReadonlySignal<SiteNote | null>;
  /** Resolves to true when it was stored. */
  add(site: NewSite): Promise<boolean>;
  change(id: SiteId, change: SiteChange): Promise<boolean>;
}

export function createSitesModel(api: ConsoleApi): SitesModel {
  const sites = createResource(() => api.listSites());
  const addNote = signal<SiteNote | null>(null);
  const notes = signal<ReadonlyMap<SiteId, SiteNote>>(new Map());
  const note = (id: SiteId, value: SiteNote) => {
    notes.value = new Map(notes.value).set(id, value);
  };
  return {
    sites,
    notes,
    addNote,
    async add(site) {
      addNote.value = { kind: 'busy' };
      try {
        await api.addSite(site);
        await sites.load();
        addNote.value = { kind: 'saved' };
        return true;
      } catch (thrown) {
        addNote.value = { kind: 'failed', error: wireErrorOf(thrown) };
        return false;
      }
    },
    async change(id, change) {
      note(id, { kind: 'busy' });
      try {
        await api.changeSite(id, change);
        await sites.load();
        note(id, { kind: 'saved' });
        return true;
      } catch (thrown) {
        note(id, { kind: 'failed', error: wireErrorOf(thrown) });
        return false;
      }
    },
  };
}
