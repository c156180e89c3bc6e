import type {
  Actor,
  AgentId,
  CardLine,
  Citation,
  ConversationId,
  EventDataByType,
  EventId,
  EventType,
  FileId,
  FileRecord,
  HandoffId,
  LogEventOf,
  MessageId,
  Score,
  SessionOpened,
  VisitorId,
} from '@baton/shared-types';

const BODY = '01j8zq4m0v7w3k5n9r2t6x8y1b';
export const CONVERSATION: ConversationId = `cnv_${BODY}` as ConversationId;
const VISITOR: Actor = { kind: 'visitor', id: `vis_${BODY}` as VisitorId };
const AGENT = { id: `agt_${BODY}` as AgentId, name: 'Mara Lindqvist' };
const HANDOFF = `hnd_${BODY}` as HandoffId;

export const SITE: SessionOpened = {
  visitorId: `vis_${BODY}` as VisitorId,
  token: 'scripted',
  conversation: null,
  site: {
    companyName: 'Tidewater',
    assistantName: 'Tidewater assistant',
    greeting: 'Hello! Ask me anything about Tidewater, or tell me what you are planning.',
    disclosure: 'You are chatting with an automated assistant. A person can take over at any time.',
    starters: ['What does Tidewater cost?', 'How does the import work?', 'I would like a demo'],
    inputs: {
      email: { kind: 'email' },
      phone: { kind: 'phone' },
      timeline: { kind: 'date' },
      team_size: { kind: 'number' },
      current_tool: { kind: 'choice', options: ['Spreadsheets', 'Another tool', 'Nothing yet'] },
      fit: { kind: 'rating' },
      plan: { kind: 'file' },
    },
  },
};

/** One that takes files. */
export const SITE_WITH_FILES: SessionOpened = {
  ...SITE,
  site: { ...SITE.site, files: { maxBytes: 10_485_760 } },
};

export const SITE_DE: SessionOpened = {
  ...SITE,
  site: {
    companyName: 'Tidewater',
    assistantName: 'Tidewater-Assistent',
    greeting: 'Guten Tag! Fragen Sie mich zu Tidewater, oder erzählen Sie, was Sie vorhaben.',
    disclosure: 'Sie schreiben mit einem automatischen Assistenten. Ein Mensch kann jederzeit übernehmen.',
    starters: ['Was kostet Tidewater?', 'Wie läuft der Datenimport ab?', 'Ich hätte gern eine Vorführung'],
  },
};

/** What the visitor of the scenes has told so far. */
export const CARD: readonly CardLine[] = [
  { key: 'team_size', label: 'Team size', state: 'noted', display: '40', quote: 'about 40 people' },
  { key: 'use_case', label: 'Use case', state: 'unclear', display: 'planning', quote: 'a planning tool' },
  { key: 'budget', label: 'Budget', state: 'declined', display: null, quote: null },
];

interface Place {
  readonly after: number;
  readonly clientId?: string;
  readonly minutesAgo?: number;
}
interface Said extends Place {
  readonly quickReplies?: readonly string[];
  readonly asks?: string;
  readonly citations?: readonly Citation[];
  readonly interrupted?: boolean;
  readonly files?: readonly FileRecord[];
}

/** Builders of log events, one per thing that can happen. `after` is the `seq` before it. */
export const log = {
  visitor: (text: string, place: Place) => message(VISITOR, text, place),
  assistant: (text: string, said: Said) => message({ kind: 'assistant' }, text, said),
  file: (who: 'visitor' | 'agent', file: Omit<FileRecord, 'fileId'>, place: Place) =>
    message(who === 'visitor' ? VISITOR : { kind: 'agent', ...AGENT }, file.name, {
      ...place,
      files: [{ ...file, fileId: `fil_${place.after}` as FileId }],
    }),
  agent: (text: string, place: Place) => message({ kind: 'agent', ...AGENT }, text, place),
  handoffRequested: (place: Place) =>
    event('handoff.requested', { handoffId: HANDOFF, reason: 'human_request' }, { kind: 'system' }, place),
  queued: (place: Place) =>
    event('owner.changed', { owner: { kind: 'queue' }, epoch: 1 }, { kind: 'system' }, place),
  expired: (place: Place) =>
    event('handoff.expired', { handoffId: HANDOFF, because: 'nobody_available' }, { kind: 'system' }, place),
  accepted: (place: Place) =>
    event('handoff.accepted', { handoffId: HANDOFF, agent: AGENT }, { kind: 'agent', ...AGENT }, place),
  owned: (place: Place) =>
    event(
      'owner.changed',
      { owner: { kind: 'agent', ...AGENT }, epoch: 2 },
      { kind: 'agent', ...AGENT },
      place,
    ),
  rated: (place: Place, score: Score, comment: string | null) =>
    event('conversation.rated', { score, comment }, VISITOR, place),
  closed: (place: Place) => event('conversation.closed', { by: 'visitor' }, VISITOR, place),
};

function message(actor: Actor, text: string, said: Said): LogEventOf<'message.sent'> {
  const data: EventDataByType['message.sent'] = {
    messageId: `msg_${said.after + 1}` as MessageId,
    text,
    kind: 'text',
    origin: actor.kind === 'agent' ? 'human' : 'template',
    asks: said.asks ?? null,
    quickReplies: said.quickReplies ?? [],
    citations: said.citations ?? [],
    interrupted: said.interrupted ?? false,
    turnId: null,
    ...(said.files ? { files: said.files } : {}),
  };
  return event('message.sent', data, actor, said);
}

function event<T extends EventType>(
  type: T,
  data: EventDataByType[T],
  actor: Actor,
  { after, clientId = '', minutesAgo = 0 }: Place,
): LogEventOf<T> {
  return {
    id: `evt_${after + 1}` as EventId,
    conversationId: CONVERSATION,
    seq: after + 1,
    type,
    schemaVersion: 1,
    at: new Date(Date.now() - minutesAgo * 60_000).toISOString(),
    actor,
    audience: 'public',
    epoch: 0,
    clientId: clientId || null,
    data,
  };
}
