import type { ErrorCode, SignedInAgent } from '@baton/shared-types';
import { type ReadonlySignal, signal } from '@preact/signals';
import { ApiError, type ConsoleApi } from '../../api/console-api.js';
import { wireErrorOf } from '../../api/describe-error.js';

export type SessionState =
  | { readonly kind: 'checking' }
  /** The server did not answer, so nobody knows whether a session is there. */
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'signed_out'; readonly busy: boolean; readonly error: ErrorCode | null }
  /** The single-use link has been used or has run out. */
  | { readonly kind: 'link_used' }
  | { readonly kind: 'signed_in'; readonly agent: SignedInAgent };

export interface SessionModel {
  readonly state: ReadonlySignal<SessionState>;
  /** Redeems the link if there is one, else looks for a session. */
  start(linkToken: string | null): Promise<void>;
  signIn(email: string, password: string): Promise<void>;
  signOut(): Promise<void>;
  /** The server no longer knows the session. */
  end(): void;
  /** From a used link to the form. */
  toPassword(): void;
}

export function createSessionModel(api: ConsoleApi): SessionModel {
  const state = signal<SessionState>({ kind: 'checking' });
  const signedOut = (error: ErrorCode | null): SessionState => ({ kind: 'signed_out', busy: false, error });

  return {
    state,
    async start(linkToken) {
      state.value = { kind: 'checking' };
      try {
        const agent = linkToken ? await api.signInByLink(linkToken) : await api.currentSession();
        state.value = { kind: 'signed_in', agent };
      } catch (thrown) {
        state.value = await afterRefusal(thrown, linkToken !== null);
      }
    },
    async signIn(email, password) {
      state.value = { kind: 'signed_out', busy: true, error: null };
      try {
        state.value = { kind: 'signed_in', agent: await api.signIn(email, password) };
      } catch (thrown) {
        state.value = signedOut(wireErrorOf(thrown).code);
      }
    },
    async signOut() {
      await api.signOut().catch((thrown: unknown) => {
        // A session that has ended already is as good as signed out.
        if (!isRefusal(thrown)) throw thrown;
      });
      state.value = signedOut(null);
    },
    end() {
      if (state.value.kind === 'signed_in') state.value = signedOut('session_invalid');
    },
    toPassword() {
      state.value = signedOut(null);
    },
  };

  /** A used link is harmless for somebody who is signed in already: reloading the page must not lock them out. */
  async function afterRefusal(thrown: unknown, byLink: boolean): Promise<SessionState> {
    if (!isRefusal(thrown)) return { kind: 'unreachable' };
    if (!byLink) return signedOut(null);
    try {
      return { kind: 'signed_in', agent: await api.currentSession() };
    } catch (again) {
      return isRefusal(again) ? { kind: 'link_used' } : { kind: 'unreachable' };
    }
  }
}

function isRefusal(thrown: unknown): boolean {
  return thrown instanceof ApiError && thrown.status >= 400 && thrown.status < 500;
}
