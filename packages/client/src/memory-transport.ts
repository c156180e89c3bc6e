import type { Notices, Reply, WireError } from '@baton/shared-types';
import type { ConnectTransport, Handshake } from './transport.js';

/** The server's end of one connection. */
export interface MemoryLink {
  notify<N extends keyof Notices>(name: N, payload: Notices[N]): void;
  /** Breaks the connection: what is under way in either direction is lost. */
  drop(): void;
}

/** What the server does with the commands of one connection. */
export interface MemorySession {
  command(name: string, payload: unknown, answer: (reply: Reply<unknown>) => void): void;
  closed(): void;
}

/** Takes a handshake or refuses it; null stands for a server that cannot be reached. */
export type MemoryServer = (
  handshake: Handshake,
  link: MemoryLink,
) => { readonly session: MemorySession } | { readonly refusal: WireError | null };

/**
 * Both ends of a connection in one process. Everything passes as JSON, as on the wire, and later, in order:
 * `later` decides when (a microtask, unless a test wants to hold frames back).
 */
export function memoryTransport(
  server: MemoryServer,
  later: (run: () => void) => void = queueMicrotask,
): ConnectTransport {
  return (events) => {
    let current: MemorySession | null = null;
    let attempt = 0;

    function end(): void {
      attempt += 1;
      const ending = current;
      current = null;
      ending?.closed();
    }

    return {
      open(handshake) {
        end();
        const mine = attempt;
        const whileCurrent = (run: () => void) =>
          later(() => {
            if (mine === attempt) run();
          });
        const link: MemoryLink = {
          notify: (name, payload) => {
            const frame = JSON.stringify({ name, payload });
            whileCurrent(() => events.notice(JSON.parse(frame)));
          },
          drop: () => {
            if (mine !== attempt) return;
            end();
            const dropped = attempt;
            later(() => {
              if (dropped === attempt) events.lost();
            });
          },
        };
        whileCurrent(() => {
          const outcome = server(JSON.parse(JSON.stringify(handshake)), link);
          if ('refusal' in outcome) {
            end();
            return events.failed(outcome.refusal);
          }
          current = outcome.session;
          events.opened();
        });
      },
      request(name, payload, answer) {
        const asked = current;
        const mine = attempt;
        const frame = JSON.stringify(payload);
        later(() => {
          if (mine !== attempt) return;
          asked?.command(name, JSON.parse(frame), (reply) => {
            const answerFrame = JSON.stringify(reply);
            later(() => {
              if (mine === attempt) answer(JSON.parse(answerFrame));
            });
          });
        });
      },
      close: end,
    };
  };
}
