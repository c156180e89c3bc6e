import type { ClientEnvironment } from './contract.js';
import type { GuardedStorage } from './guarded-storage.js';

export interface CrossTabOptions {
  readonly environment: ClientEnvironment;
  readonly storage: GuardedStorage;
  readonly tokenKey: string;
  readonly outboxKey: string;
  /** Another tab made the visitor that counts: connect again to become it. */
  tokenReplaced(): void;
  outboxChanged(): void;
  /** Another tab has forgotten the visitor. */
  forgotten(): void;
}

export interface CrossTab {
  /** The token to present now; null makes a new visitor. */
  present(): string | null;
  /** Keeps the token of an opened session. False: another tab was faster, its token counts. */
  opened(token: string): boolean;
  /** The presented token was refused. True: there is another way in (a newer token, or none). */
  refused(): boolean;
  /** True while this visitor was made by this very page and another tab may still have made one too. */
  isNew(): boolean;
  /** Forgets the token in every tab. */
  forget(): void;
  destroy(): void;
}

/**
 * One visitor for all tabs of a site. Storage has the last word: of two tabs that open the first session at once,
 * both end with the token that stands there. A tab gives up its own token once at most, and only one that was
 * made for it, so tabs never chase each other.
 */
export function createCrossTab(options: CrossTabOptions): CrossTab {
  const { storage, tokenKey } = options;
  let presented: string | null = null;
  let own: string | null = null;
  let dead: string | null = null;
  let made = false;
  let yielded = false;

  function stored(): string | null {
    const token = storage.read(tokenKey);
    return token === dead ? null : token;
  }

  const stopListening = options.environment.storage.onChange?.((key) => {
    if (key === options.outboxKey || key === null) options.outboxChanged();
    if (key !== tokenKey && key !== null) return;
    const token = stored();
    if (token === null && own !== null) {
      own = null;
      options.forgotten();
    }
    if (!made || yielded || token === null || token === own) return;
    yielded = true;
    options.tokenReplaced();
  });

  return {
    present() {
      presented = stored() ?? own;
      return presented;
    },
    opened(token) {
      const standing = stored();
      made = token !== presented;
      if (made && standing !== null && standing !== token && standing !== presented) return false;
      own = token;
      if (standing !== token) storage.write(tokenKey, token);
      return true;
    },
    refused() {
      const standing = stored();
      if (standing !== null && standing !== presented) return true;
      if (presented === null) return false;
      dead = presented;
      own = null;
      storage.write(tokenKey, null);
      return true;
    },
    isNew: () => made,
    forget() {
      own = null;
      storage.write(tokenKey, null);
    },
    destroy: () => stopListening?.(),
  };
}
