import type { ConnectTransport, Handshake, Transport } from './transport.js';

/** How often the first may fail before the second is tried, and how long it may take. */
const TRIES = 2;
const OPENING_MS = 4_000;
/** When to look whether the first works by now: after so long, then after twice as long, and so on. */
const PROBE_MS = 15_000;
const LONGEST_PROBE_MS = 300_000;

/** Remembers for a while, such as a browser's session, that the first transport is blocked here. */
export interface BlockedFlag {
  get(): boolean;
  set(blocked: boolean): void;
}

/**
 * Two ways to one server: the second where the first cannot open although the server is there. The second is tried
 * only right after the first has failed, so a server that was away is met by the first again.
 */
export function fallbackTransport(
  first: ConnectTransport,
  second: ConnectTransport,
  flag: BlockedFlag = forPage(),
): ConnectTransport {
  return (events) => {
    let handshake: Handshake;
    let failures = 0;
    let current: Transport;
    let timer: ReturnType<typeof setTimeout> | undefined;

    const direct = first({
      ...events,
      opened() {
        clearTimeout(timer);
        failures = 0;
        events.opened();
      },
      failed(error) {
        clearTimeout(timer);
        failures += 1;
        if (error || failures < TRIES) events.failed(error);
        else turnTo(detour);
      },
    });
    const detour = second({
      ...events,
      opened() {
        flag.set(true);
        probeLater(PROBE_MS);
        events.opened();
      },
      failed(error) {
        flag.set(false);
        events.failed(error);
      },
      lost() {
        clearTimeout(timer);
        events.lost();
      },
    });
    const probe = first({
      opened() {
        flag.set(false);
        failures = 0;
        close();
        // Whoever uses us comes back at once, and finds the first.
        events.lost();
      },
      failed: () => undefined,
      lost: () => undefined,
      notice: () => undefined,
    });
    current = direct;

    function turnTo(transport: Transport): void {
      current = transport;
      transport.open(handshake);
    }

    function probeLater(wait: number): void {
      timer = setTimeout(() => {
        probe.open(handshake);
        probeLater(Math.min(LONGEST_PROBE_MS, 2 * wait));
      }, wait);
    }

    function close(): void {
      clearTimeout(timer);
      probe.close();
      current.close();
    }

    return {
      open(presented) {
        close();
        handshake = presented;
        if (flag.get()) return turnTo(detour);
        turnTo(direct);
        timer = setTimeout(() => {
          direct.close();
          failures = TRIES;
          turnTo(detour);
        }, OPENING_MS);
      },
      request: (name, payload, answer) => current.request(name, payload, answer),
      close,
    };
  };
}

function forPage(): BlockedFlag {
  let blocked = false;
  return {
    get: () => blocked,
    set: (value) => {
      blocked = value;
    },
  };
}
