import type { AgentRole } from '@baton/shared-types';
import { SETTINGS_PAGES, type SettingsPage } from '../../paths.js';

/** Everybody writes canned replies; the rest is for administrators. The server says the same. */
const FOR_EVERYBODY: ReadonlySet<SettingsPage> = new Set<SettingsPage>(['snippets']);

export function settingsPagesFor(role: AgentRole): readonly SettingsPage[] {
  return role === 'admin' ? SETTINGS_PAGES : SETTINGS_PAGES.filter((page) => FOR_EVERYBODY.has(page));
}
