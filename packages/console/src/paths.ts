import { type ConversationId, isId } from '@baton/shared-types';

/** In the order of the menu. */
export const SETTINGS_PAGES = ['sites', 'people', 'teams', 'snippets', 'playbook'] as const;
export type SettingsPage = (typeof SETTINGS_PAGES)[number];

/** Every address of the console; the server answers all of them with the same page. */
export const PATHS = {
  home: '/console',
  conversation: (id: ConversationId) => `/console/conversations/${id}`,
  reports: '/console/reports',
  leads: '/console/reports/leads',
  settings: (page: SettingsPage) => `/console/settings/${page}`,
};

export type Place =
  | { readonly kind: 'inbox' }
  | { readonly kind: 'conversation'; readonly id: ConversationId }
  | { readonly kind: 'reports'; readonly page: 'numbers' | 'leads' }
  | { readonly kind: 'settings'; readonly page: SettingsPage };

/** Where an address leads; an address that we do not know leads to the inbox. */
export function placeOf(path: string): Place {
  const [area, name] = path.replace(/^\/console\/?/, '').split('/');
  if (area === 'conversations' && isId('cnv', name)) return { kind: 'conversation', id: name };
  if (area === 'reports') return { kind: 'reports', page: name === 'leads' ? 'leads' : 'numbers' };
  const page = SETTINGS_PAGES.find((candidate) => candidate === name);
  if (area === 'settings') return { kind: 'settings', page: page ?? 'sites' };
  return { kind: 'inbox' };
}
