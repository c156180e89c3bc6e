import type { KeyPress, NoticePermission, Platform } from '../platform/platform.js';

/** A platform without a browser, for specs: what was asked of it is kept, timers run when told to. */
export interface StillPlatform extends Platform {
  readonly seen: {
    titles: string[];
    notices: { title: string; tag: string; click: () => void }[];
    chimes: number;
    asked: number;
  };
  /** Runs every timer that waits, once. */
  runTimers(): void;
  isHidden: boolean;
  permission: NoticePermission;
}

export function createStillPlatform(): StillPlatform {
  const stored = new Map<string, string>();
  const store = {
    get: (key: string) => stored.get(key) ?? null,
    set: (key: string, value: string) => void stored.set(key, value),
    remove: (key: string) => void stored.delete(key),
  };
  let timers: (() => void)[] = [];
  const nothing = () => {};
  const platform: StillPlatform = {
    seen: { titles: [], notices: [], chimes: 0, asked: 0 },
    isHidden: false,
    permission: 'granted',
    runTimers() {
      const due = timers;
      timers = [];
      for (const run of due) run();
    },
    store,
    origin: 'https://chat.example',
    fetch: () => Promise.reject(new TypeError('There is no network here.')),
    environment: {
      storage: store,
      now: () => Date.parse('2026-11-20T10:00:00.000Z'),
      random: () => 0.5,
      newClientId: () => 'client-1',
      setTimer(run) {
        timers.push(run);
        return () => {
          timers = timers.filter((held) => held !== run);
        };
      },
      onWake: () => nothing,
      page: () => ({ url: '', title: '', referrer: '' }),
      locale: () => 'en',
      timeZone: () => 'UTC',
    },
    root: () => {
      throw new Error('Nothing is drawn here.');
    },
    reload: nothing,
    hidden: () => platform.isHidden,
    setTitle: (title) => void platform.seen.titles.push(title),
    setTheme: nothing,
    setLanguage: nothing,
    languages: () => ['en'],
    copy: () => Promise.resolve(true),
    noticePermission: () => platform.permission,
    async askForNotices() {
      platform.seen.asked += 1;
      return platform.permission;
    },
    notify: ({ title, tag }, click) => void platform.seen.notices.push({ title, tag, click }),
    chime() {
      platform.seen.chimes += 1;
    },
    onKey: (_listener: (press: KeyPress) => void) => nothing,
    takeLinkToken: () => null,
    onLinkToken: () => () => undefined,
    onResize: () => nothing,
    calm: () => true,
    closeMenus: nothing,
    inkOf: () => ({ text: '#000', edge: '#ccc', font: '12px sans-serif' }),
    onColours: () => nothing,
    focus: nothing,
  };
  return platform;
}
