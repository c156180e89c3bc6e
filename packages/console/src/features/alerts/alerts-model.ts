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

/** Tells an agent who looks elsewhere about each new offer, once. */
export function createAlertsModel(deps: {
  readonly platform: Platform;
  readonly offers: ReadonlySignal<readonly InboxRow[]>;
  readonly onOpen: (id: ConversationId) => void;
}): AlertsModel {
  const { platform, offers, onOpen } = deps;
  const permission = signal(platform.noticePermission());
  const sound = remembered(platform.store, 'sound', {
    initial: false,
    accept: (value) => typeof value === 'boolean',
  });
  let told: ReadonlySet<string> = new Set();

  const stopTitle = effect(() => platform.setTitle(texts().alerts.tabTitle(offers.value.length)));
  const stopAlerts = effect(() => {
    const fresh = offers.value.filter((row) => !told.has(offerKey(row)));
    told = new Set(offers.value.map(offerKey));
    if (fresh.length === 0 || !platform.hidden()) return;
    if (sound.peek()) platform.chime();
    for (const row of fresh) {
      platform.notify(
        { title: texts().alerts.offerTitle(row.label), body: row.lastText, tag: row.conversationId },
        () => onOpen(row.conversationId),
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
