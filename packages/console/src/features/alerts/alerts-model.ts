import type { ConversationId, InboxRow } from '@baton/shared-types';
import { effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { texts } from '../../i18n/texts.js';
import type { NoticePermission, Platform } from '../../platform/platform.js';
import { remembered } from '../../platform/remembered.js';

export interface AlertsModel {
  readonly permission: ReadonlySignal<NoticePermission>;
  readonly sound: Signal<boolean>;
  /** Asks the browser; only ever called by a button. */
  enable(): Promise<void>;
  dispose(): void;
}

/** Tells of each new offer and, to an agent who looks elsewhere, of each new line of their visitors, once. */
export function createAlertsModel(deps: {
  readonly platform: Platform;
  readonly offers: ReadonlySignal<readonly InboxRow[]>;
  /** My conversations with something new from the visitor. */
  readonly unread: ReadonlySignal<readonly InboxRow[]>;
  readonly onOpen: (id: ConversationId) => void;
}): AlertsModel {
  const { platform, offers, unread, onOpen } = deps;
  const permission = signal(platform.noticePermission());
  const sound = remembered(platform.store, 'sound', {
    initial: false,
    accept: (value) => typeof value === 'boolean',
  });
  let told: ReadonlySet<string> = new Set();

  const stopTitle = effect(() =>
    platform.setTitle(texts().alerts.tabTitle(offers.value.length + unread.value.length)),
  );
  const stopAlerts = effect(() => {
    const news = [
      ...offers.value.map((row) => ({ key: offerKey(row), row, offered: true })),
      ...unread.value.map((row) => ({ key: `${row.conversationId} ${row.head}`, row, offered: false })),
    ];
    const fresh = news.filter(({ key }) => !told.has(key));
    told = new Set(news.map(({ key }) => key));
    const heard = platform.hidden() ? fresh : fresh.filter(({ offered }) => offered);
    // An offer is heard also by somebody who reads another conversation; a notice would only cover their screen.
    if (heard.length > 0 && sound.peek()) platform.chime();
    if (!platform.hidden()) return;
    for (const { row, offered } of fresh) {
      const title = offered ? texts().alerts.offerTitle(row.label) : texts().alerts.messageTitle(row.label);
      platform.notify({ title, body: row.lastText, tag: row.conversationId }, () =>
        onOpen(row.conversationId),
      );
    }
  });

  return {
    permission,
    sound,
    async enable() {
      permission.value = await platform.askForNotices();
    },
    dispose() {
      stopTitle();
      stopAlerts();
    },
  };
}

/** A conversation may be offered again after a refusal or a deadline: that is a new offer. */
function offerKey(row: InboxRow): string {
  return `${row.conversationId} ${row.handoff?.deadlineAt ?? ''}`;
}
