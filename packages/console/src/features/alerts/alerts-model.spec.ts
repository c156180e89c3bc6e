import type { InboxRow } from '@baton/shared-types';
import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { inboxRow, offeredHandoff } from '../../playground/sample-rows.js';
import { createStillPlatform } from '../../playground/still-platform.js';
import { createAlertsModel } from './alerts-model.js';

const START = '2026-11-20T10:00:00.000Z';
const row = (number: number, deadline = '2026-11-20T10:01:00.000Z') =>
  inboxRow(number, { handoff: offeredHandoff(START, deadline) });

function alertsOver(first: readonly InboxRow[] = []) {
  const platform = createStillPlatform();
  const offers = signal(first);
  const unread = signal<readonly InboxRow[]>([]);
  const opened: string[] = [];
  const model = createAlertsModel({ platform, offers, unread, onOpen: (id) => opened.push(id) });
  return { platform, offers, unread, opened, model };
}

describe('createAlertsModel', () => {
  it('stays silent while the agent looks at the page', () => {
    const { platform, offers } = alertsOver();
    offers.value = [row(1)];
    expect(platform.seen.notices).toEqual([]);
  });

  it('tells each offer once while the page is hidden', () => {
    const { platform, offers } = alertsOver();
    platform.isHidden = true;
    offers.value = [row(1)];
    offers.value = [row(1), row(2)];
    offers.value = [{ ...row(1), head: 9 }, row(2)];
    expect(platform.seen.notices.map(({ title }) => title)).toEqual([
      'Visitor 1 is waiting for you',
      'Visitor 2 is waiting for you',
    ]);
  });

  it('tells a conversation again when it is offered again', () => {
    const { platform, offers } = alertsOver();
    platform.isHidden = true;
    offers.value = [row(1)];
    offers.value = [row(1, '2026-11-20T10:05:00.000Z')];
    expect(platform.seen.notices).toHaveLength(2);
  });

  it('chimes only for those who chose it', () => {
    const { platform, offers, model } = alertsOver();
    platform.isHidden = true;
    offers.value = [row(1)];
    expect(platform.seen.chimes).toBe(0);
    model.sound.value = true;
    offers.value = [row(1), row(2)];
    expect(platform.seen.chimes).toBe(1);
  });

  it('asks the browser only when told to', async () => {
    const { platform, model } = alertsOver([row(1)]);
    expect(platform.seen.asked).toBe(0);
    await model.enable();
    expect(platform.seen.asked).toBe(1);
  });

  it('opens the conversation of the notice that was clicked', () => {
    const { platform, offers, opened } = alertsOver();
    platform.isHidden = true;
    offers.value = [row(7)];
    platform.seen.notices[0]?.click();
    expect(opened).toEqual([row(7).conversationId]);
  });

  it('counts offers in the title of the tab', () => {
    const { platform, offers } = alertsOver();
    offers.value = [row(1), row(2)];
    expect(platform.seen.titles).toEqual(['Baton console', '(2) Baton console']);
  });
});

describe('what an agent hears', () => {
  it('an offer, also while they look at the page; a new line of a visitor only when they look elsewhere', () => {
    const { platform, offers, unread, model } = alertsOver();
    model.sound.value = true;
    offers.value = [row(1)];
    expect(platform.seen.chimes).toBe(1);
    unread.value = [inboxRow(2, { head: 4 })];
    expect(platform.seen.chimes).toBe(1);
    platform.isHidden = true;
    unread.value = [inboxRow(2, { head: 5 })];
    unread.value = [inboxRow(2, { head: 5 })];
    expect(platform.seen.chimes).toBe(2);
    expect(platform.seen.notices.map(({ title }) => title)).toEqual(['Visitor 2 has written']);
    expect(platform.seen.titles.at(-1)).toContain('(2)');
  });
});
