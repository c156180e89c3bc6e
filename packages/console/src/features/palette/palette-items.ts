import type { ConversationId, Snippet } from '@baton/shared-types';
import { texts } from '../../i18n/texts.js';
import { PATHS, type Place } from '../../paths.js';
import type { Theme } from '../../platform/platform.js';
import type { IconName } from '../../ui/icon.js';
import { conversationActs, type OfferedAct } from '../conversation/conversation-acts.js';
import { settingsPagesFor } from '../settings/settings-pages.js';
import type { DeskModel } from '../workspace/desk-model.js';

export type PaletteGroup = 'act' | 'conversation' | 'snippet' | 'page';

export interface PaletteItem {
  readonly key: string;
  readonly group: PaletteGroup;
  readonly icon: IconName;
  readonly label: string;
  /** Said after the label, and looked in as well. */
  readonly note?: string;
  readonly keyHint?: string;
  run(): void;
}

/** What can be done besides going somewhere; given by the desk that shows the palette. */
export interface PaletteActs {
  readonly route: (path: string) => void;
  readonly accept: () => void;
  readonly perform: (act: OfferedAct) => void;
  readonly open: (id: ConversationId) => void;
  readonly insert: (snippet: Snippet) => void;
  readonly search: () => void;
  readonly help: () => void;
  readonly theme: (theme: Theme) => void;
  readonly signOut: () => void;
}

const MOST_CONVERSATIONS = 8;
const MOST_SNIPPETS = 5;

/** Everything that fits the words, what concerns the moment first. */
export function paletteItems(
  desk: DeskModel,
  place: Place,
  acts: PaletteActs,
  query: string,
): readonly PaletteItem[] {
  const wanted = query.trim().toLowerCase();
  const fits = (item: PaletteItem) =>
    wanted === '' || `${item.label} ${item.note ?? ''}`.toLowerCase().includes(wanted);
  return [
    ...actItems(desk, place, acts).filter(fits),
    ...conversationItems(desk, acts, wanted),
    ...snippetItems(desk, acts)
      .filter(fits)
      .slice(0, wanted === '' ? 0 : MOST_SNIPPETS),
    ...pageItems(desk, acts).filter(fits),
  ];
}

function actItems(desk: DeskModel, place: Place, acts: PaletteActs): readonly PaletteItem[] {
  const words = texts();
  const items: PaletteItem[] = [];
  const act = (key: string, icon: IconName, label: string, run: () => void, keyHint?: string) =>
    items.push({ key, group: 'act', icon, label, run, ...(keyHint ? { keyHint } : {}) });
  const offer = desk.inbox.offerToAccept();
  if (offer) act('accept', 'accept', `${words.inbox.accept}: ${offer.label}`, acts.accept, 'A');
  const file = place.kind === 'conversation' ? desk.file.value : null;
  for (const each of file ? conversationActs(desk, file) : [])
    act(each.act, each.icon, each.label, () => acts.perform(each.act));
  if (desk.client.presence.value === 'available')
    act('away', 'pause', words.palette.goAway, () => void desk.setPresence('away'));
  else act('available', 'bolt', words.palette.goAvailable, () => void desk.setPresence('available'));
  act('search', 'search', words.palette.search, acts.search, '/');
  act('help', 'keyboard', words.shortcuts.title, acts.help, '?');
  act('dark', 'gear', words.palette.themeDark, () => acts.theme('dark'));
  act('light', 'gear', words.palette.themeLight, () => acts.theme('light'));
  act('sign-out', 'signOut', words.session.signOut, acts.signOut);
  return items;
}

function conversationItems(desk: DeskModel, acts: PaletteActs, wanted: string): readonly PaletteItem[] {
  const found: PaletteItem[] = [];
  for (const { key, rows } of desk.inbox.sections.peek()) {
    for (const row of rows) {
      if (found.length >= MOST_CONVERSATIONS) return found;
      if (wanted !== '' && !row.label.toLowerCase().includes(wanted)) continue;
      found.push({
        key: row.conversationId,
        group: 'conversation',
        icon: 'chat',
        label: row.label,
        note: texts().inbox.sections[key],
        run: () => acts.open(row.conversationId),
      });
    }
  }
  return found;
}

function snippetItems(desk: DeskModel, acts: PaletteActs): readonly PaletteItem[] {
  if (desk.file.value?.conversation.standing.value.kind !== 'mine') return [];
  return desk.snippets.known().map((snippet) => ({
    key: snippet.id,
    group: 'snippet',
    icon: 'snippet',
    label: snippet.title,
    note: `/${snippet.shortcut}`,
    run: () => acts.insert(snippet),
  }));
}

function pageItems(desk: DeskModel, acts: PaletteActs): readonly PaletteItem[] {
  const words = texts();
  return [
    {
      key: 'page-inbox',
      group: 'page',
      icon: 'inbox',
      label: words.header.conversations,
      run: () => acts.route(PATHS.home),
    },
    ...(desk.agent.role === 'agent' ? [] : [reportsItem(acts), ledgerItem(acts)]),
    ...settingsPagesFor(desk.agent.role).map(
      (page): PaletteItem => ({
        key: `page-${page}`,
        group: 'page',
        icon: 'gear',
        label: words.settings[page],
        note: words.settings.title,
        run: () => acts.route(PATHS.settings(page)),
      }),
    ),
  ];
}

function reportsItem(acts: PaletteActs): PaletteItem {
  return {
    key: 'page-reports',
    group: 'page',
    icon: 'chart',
    label: texts().reports.title,
    run: () => acts.route(PATHS.reports),
  };
}

function ledgerItem(acts: PaletteActs): PaletteItem {
  const words = texts();
  return {
    key: 'page-leads',
    group: 'page',
    icon: 'person',
    label: words.ledger.title,
    note: words.reports.title,
    run: () => acts.route(PATHS.leads),
  };
}
