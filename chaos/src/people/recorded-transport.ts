import type { ConnectTransport, Transport, TransportEvents } from '@baton/client';
import { AGENT_COMMAND, NOTICE, type Reply, VISITOR_COMMAND } from '@baton/shared-types';
import type { RecordEntry } from '../history/line.ts';
import { asAccepted, asPage, type Batch, field } from './wire-shapes.ts';

export interface Recording {
  readonly proc: string;
  readonly who: 'visitor' | 'agent';
  readonly record: RecordEntry;
  /** Whose conversation it is; null: nobody's that this run knows of. */
  readonly of: (conv: string) => string | null;
  /** How many lines wait in the client. */
  readonly waiting: () => number;
}

/** A transport that writes down what goes over it, and that can lose the network. */
export interface RecordedTransport {
  readonly connect: ConnectTransport;
  /** Takes the device offline, or back. */
  offline(on: boolean): void;
}

export function recordTransport(inner: ConnectTransport, recording: Recording): RecordedTransport {
  let away = false;
  let current: { readonly transport: Transport; readonly events: TransportEvents } | null = null;

  const connect: ConnectTransport = (events) => {
    const transport = inner({
      ...events,
      notice(notice) {
        if (notice.name === NOTICE.logAppended) recordBatch(recording, notice.payload, null);
        if (notice.name === NOTICE.streamStart) {
          const { conversationId: conv, messageId } = notice.payload;
          const of = recording.of(conv);
          if (of) recording.record({ f: 'stream', proc: recording.proc, of, conv, messageId });
        }
        events.notice(notice);
      },
    });
    current = { transport, events };
    return {
      open(handshake) {
        if (away) queueMicrotask(() => events.failed(null));
        else transport.open(handshake);
      },
      request<T>(name: string, payload: unknown, answer: (reply: Reply<T>) => void) {
        if (name === VISITOR_COMMAND.sendMessage || name === AGENT_COMMAND.sendMessage)
          transport.request<T>(name, payload, recordedSend(recording, payload, answer));
        else if (name === VISITOR_COMMAND.readLog || name === AGENT_COMMAND.readLog)
          transport.request<T>(name, payload, recordedRead(recording, payload, answer));
        else transport.request<T>(name, payload, answer);
      },
      close: () => transport.close(),
    };
  };

  return {
    connect,
    offline(on) {
      away = on;
      if (!on || !current) return;
      current.transport.close();
      current.events.lost();
    },
  };
}

/** The acknowledgement as it comes over the wire, whoever still waits for it. */
function recordedSend<T>(recording: Recording, payload: unknown, answer: (reply: Reply<T>) => void) {
  const { proc, record } = recording;
  const cid = String(field(payload, 'clientId') ?? '');
  const named = field(payload, 'conversationId');
  const own = recording.of(typeof named === 'string' ? named : '') ?? '';
  record({ f: 'transmit', proc, of: own, cid });
  return (reply: Reply<T>) => {
    const accepted = reply.ok ? asAccepted(reply.value) : null;
    if (accepted) {
      const { conversationId: conv, messageId, seq } = accepted;
      record({ f: 'send', type: 'ok', proc, of: own, cid, conv, messageId, seq });
    } else if (!reply.ok && !['unavailable', 'too_many_requests'].includes(reply.error.code)) {
      record({
        f: 'send',
        type: 'fail',
        proc,
        of: own,
        cid,
        code: reply.error.code,
        waiting: recording.waiting(),
      });
    }
    answer(reply);
  };
}

function recordedRead<T>(recording: Recording, payload: unknown, answer: (reply: Reply<T>) => void) {
  const after = Number(field(payload, 'after'));
  return (reply: Reply<T>) => {
    const page = reply.ok ? asPage(reply.value) : null;
    if (page?.batch) recordBatch(recording, page.batch, after);
    answer(reply);
  };
}

function recordBatch({ proc, who, of, record }: Recording, batch: Batch, after: number | null): void {
  const owner = of(batch.conversationId);
  if (!owner) return;
  const events = batch.events.map(({ seq, id }) => [seq, id] as const);
  record({
    f: 'batch',
    proc,
    of: owner,
    who,
    conv: batch.conversationId,
    after,
    from: batch.from,
    to: batch.to,
    events,
  });
}
