import { describe, expect, it } from 'vitest';
import { fakeId } from '../../playground/fake-ids.js';
import { createStillPlatform } from '../../playground/still-platform.js';
import { createDrafts } from './drafts.js';

const ME = fakeId('agt', 1);
const CHAT = fakeId('cnv', 1);

describe('drafts', () => {
  it('outlive a reload, each with its own conversation', () => {
    const { store } = createStillPlatform();
    createDrafts(store, ME).of(CHAT).value = 'Hi Maya, ';
    expect(createDrafts(store, ME).of(CHAT).value).toBe('Hi Maya, ');
    expect(createDrafts(store, ME).of(fakeId('cnv', 2)).value).toBe('');
  });

  it('are nobody else’s, and are gone after sign-out', () => {
    const { store } = createStillPlatform();
    const drafts = createDrafts(store, ME);
    drafts.of(CHAT).value = 'secret';
    expect(createDrafts(store, fakeId('agt', 2)).of(CHAT).value).toBe('');
    drafts.forget();
    drafts.of(CHAT).value = 'typed after that';
    expect(createDrafts(store, ME).of(CHAT).value).toBe('');
  });

  it('keep the fifty that were touched last, and survive a store that holds nonsense', () => {
    const { store } = createStillPlatform();
    const drafts = createDrafts(store, ME);
    for (let place = 1; place <= 51; place += 1) drafts.of(fakeId('cnv', place)).value = `text ${place}`;
    const again = createDrafts(store, ME);
    expect(again.of(fakeId('cnv', 1)).value).toBe('');
    expect(again.of(fakeId('cnv', 51)).value).toBe('text 51');
    store.set(`drafts.${ME}`, '{{[1]');
    expect(createDrafts(store, ME).of(CHAT).value).toBe('');
  });
});
