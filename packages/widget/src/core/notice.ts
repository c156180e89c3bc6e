import type { ConnectionState } from '@baton/client';
import type { ErrorCode } from '@baton/shared-types';

/** The line about the connection, by the key of its text; null when all is well. */
export type Notice = 'reconnecting' | 'offline' | 'offlineKept' | 'unreachable' | StopReason | null;
export type StopReason = 'refused' | 'unverified' | 'outdated' | 'ended' | 'stopped';

export function connectionNotice(
  connection: ConnectionState,
  device: {
    readonly online: boolean;
    readonly waitingToSend: boolean;
    readonly everConnected: boolean;
    /** The connection broke, or never came about, and has not stood since. */
    readonly broken: boolean;
  },
): Notice {
  if (connection.kind === 'stopped') return reasonOf(connection.error.code);
  if (!device.online) return device.waitingToSend ? 'offlineKept' : 'offline';
  // Also during each new attempt: a line that comes and goes is worse than the fault.
  if (!device.broken) return null;
  return device.everConnected ? 'reconnecting' : 'unreachable';
}

/** Why the server refused us for good, as far as a visitor can do something about it. */
function reasonOf(code: ErrorCode): StopReason {
  switch (code) {
    case 'site_refused':
      return 'refused';
    case 'protocol_unsupported':
      return 'outdated';
    case 'identity_refused':
    case 'identity_required':
      return 'unverified';
    case 'session_invalid':
      return 'ended';
    default:
      return 'stopped';
  }
}
