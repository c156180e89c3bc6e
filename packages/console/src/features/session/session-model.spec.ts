import { ERRORS, type ErrorCode, type SignedInAgent } from '@baton/shared-types';
import { describe, expect, it } from 'vitest';
import { ApiError, type ConsoleApi } from '../../api/console-api.js';
import { setStage } from '../../playground/scenes.js';
import { createScriptedConsoleApi } from '../../playground/scripted-console-api.js';
import { createSessionModel } from './session-model.js';

const { workspace } = setStage('empty', Date.parse('2026-11-20T10:00:00.000Z'));
const agent: SignedInAgent = workspace.agent;
const script = { signedIn: false, broken: false, latencyMs: 0, isNew: false };

function sessionWith(change: Partial<ConsoleApi> = {}, signedIn = false) {
  return createSessionModel({ ...createScriptedConsoleApi(workspace, { ...script, signedIn }), ...change });
}

const refuse = (code: ErrorCode, status: number) => async () => {
  throw new ApiError({ code, message: ERRORS[code].message }, status);
};

describe('createSessionModel', () => {
  it('asks for signing in when nobody is', async () => {
    const session = sessionWith();
    await session.start(null);
    expect(session.state.value).toEqual({ kind: 'signed_out', busy: false, error: null });
  });

  it('goes on with the session that is there', async () => {
    const session = sessionWith({}, true);
    await session.start(null);
    expect(session.state.value).toEqual({ kind: 'signed_in', agent });
  });

  it('does not take a dead server for a missing session', async () => {
    const session = sessionWith({ currentSession: refuse('unavailable', 0) });
    await session.start(null);
    expect(session.state.value).toEqual({ kind: 'unreachable' });
  });

  it('says that a link has been used', async () => {
    const session = sessionWith();
    await session.start('used');
    expect(session.state.value).toEqual({ kind: 'link_used' });
    session.toPassword();
    expect(session.state.value).toMatchObject({ kind: 'signed_out', error: null });
  });

  it('lets somebody in who is signed in already and reloads a used link', async () => {
    const session = sessionWith({}, true);
    await session.start('used');
    expect(session.state.value).toMatchObject({ kind: 'signed_in' });
  });

  it('keeps the form and names the error after a wrong password', async () => {
    const session = sessionWith();
    await session.start(null);
    await session.signIn('a@b.example', 'wrong');
    expect(session.state.value).toEqual({ kind: 'signed_out', busy: false, error: 'sign_in_failed' });
    await session.signIn('a@b.example', 'right');
    expect(session.state.value).toMatchObject({ kind: 'signed_in' });
  });

  it('says so when the session ends under the desk, and nothing when nobody was signed in', async () => {
    const session = sessionWith({}, true);
    session.end();
    expect(session.state.value).toEqual({ kind: 'checking' });
    await session.start(null);
    session.end();
    expect(session.state.value).toMatchObject({ kind: 'signed_out', error: 'session_invalid' });
  });

  it('counts as signed out when the session had ended already', async () => {
    const session = sessionWith({ signOut: refuse('session_invalid', 401) }, true);
    await session.start(null);
    await session.signOut();
    expect(session.state.value).toMatchObject({ kind: 'signed_out', error: null });
  });
});
