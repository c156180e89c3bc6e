import { describe, expect, it } from 'vitest';
import { connectionNotice } from './notice.js';

const fine = { online: true, waitingToSend: false, everConnected: true, broken: false };
const broken = { ...fine, broken: true };
const waiting = { kind: 'waiting', retryAt: 0, attempt: 1 } as const;

describe('connectionNotice', () => {
  it('says nothing while all is well or just beginning', () => {
    expect(connectionNotice({ kind: 'online' }, fine)).toBeNull();
    expect(connectionNotice({ kind: 'connecting' }, { ...fine, everConnected: false })).toBeNull();
  });

  it('tells a lost connection from a server that was never reached', () => {
    expect(connectionNotice(waiting, broken)).toBe('reconnecting');
    expect(connectionNotice(waiting, { ...broken, everConnected: false })).toBe('unreachable');
  });

  it('stays during each new attempt', () => {
    expect(connectionNotice({ kind: 'connecting' }, broken)).toBe('reconnecting');
  });

  it('promises to send only when there is something to send', () => {
    expect(connectionNotice(waiting, { ...fine, online: false })).toBe('offline');
    expect(connectionNotice(waiting, { ...fine, online: false, waitingToSend: true })).toBe('offlineKept');
  });

  it('gives the reason and not "offline" when the server refused for good', () => {
    const stopped = (code: 'site_refused' | 'protocol_unsupported' | 'session_invalid' | 'not_found') =>
      connectionNotice({ kind: 'stopped', error: { code, message: '' } }, { ...fine, online: false });
    expect(stopped('site_refused')).toBe('refused');
    expect(stopped('protocol_unsupported')).toBe('outdated');
    expect(stopped('session_invalid')).toBe('ended');
    expect(stopped('not_found')).toBe('stopped');
  });
});
