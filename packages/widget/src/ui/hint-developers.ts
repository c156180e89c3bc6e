import type { ConnectionState } from '@baton/client';
import { effect, type ReadonlySignal } from '@preact/signals';
import type { ChatShell } from '../loader/chat-shell.js';
import { pageOrigin } from '../platform/host-page.js';
import type { Disposer } from '../platform/listen.js';

/** Attempts that fail before the developer is told: one may be bad luck. */
const TELL_AT = 2;

/** Everything that exists; `api/names.ts`, which only developers load, says it again (compared by a test). */
export const EVENT =
  /^(ready|opened|closed|message|unread|qualified|handoff\.(requested|accepted)|rated|error)$/;

export const OPTION = /^(site|server|color|position|label|launcher|locale|theme|prefetch|personal)$/;

/** Tells developers, in the console and once, about names that do not exist and a connection that does not come about. */
export function hintDevelopers(shell: ChatShell, connection: ReadonlySignal<ConnectionState>): Disposer {
  const { options, given, unknownCalls, emitter } = shell;
  const events = emitter.heard().filter((event) => !EVENT.test(event));
  const strange = given.filter((name) => !OPTION.test(name));
  if (events.length + strange.length + unknownCalls.length > 0) {
    void loadHints().then((hints) => hints.hintAtNames({ options: strange, events, calls: unknownCalls }));
  }
  let done = false;
  return effect(() => {
    const state = connection.value;
    if (state.kind === 'online') done = true;
    const fails = state.kind === 'stopped' || (state.kind === 'waiting' && state.attempt >= TELL_AT);
    if (done || !fails) return;
    done = true;
    void loadHints().then((hints) => hints.hintAtConnection({ ...options, origin: pageOrigin() }));
  });
}

function loadHints() {
  return import('../entrypoints/hints.js');
}
