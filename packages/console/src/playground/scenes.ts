import type { ConnectionState } from '@baton/client';
import type { SignedInAgent } from '@baton/shared-types';
import { type Signal, signal } from '@preact/signals';
import type { FakeConversation } from './fake-conversation.js';
import { fakeId } from './fake-ids.js';
import type { ScriptedWorkspace } from './scripted-agent-client.js';
import type { ApiScript } from './scripted-console-api.js';
import {
  COLLEAGUE,
  expire,
  filesStory,
  giveTo,
  ME,
  MY_NAME,
  offer,
  qualifiedStory,
  requestHandoff,
  shortStory,
  visitorSays,
} from './stories.js';

export const SCENES = [
  'desk',
  'sign-in',
  'unreachable',
  'empty',
  'away',
  'offline',
  'crowd',
  'loading',
  'broken',
  'agent',
  'contested',
  'thousands',
] as const;
export type Scene = (typeof SCENES)[number];

export interface Stage {
  readonly workspace: ScriptedWorkspace;
  readonly script: ApiScript;
}

const MINUTE = 60_000;

/** A workspace in the state that the scene is about. */
export function setStage(scene: Scene, now: number): Stage {
  const conversations: Signal<readonly FakeConversation[]> = signal(cast(scene, now));
  return {
    workspace: {
      conversations,
      connection: signal<ConnectionState>(
        scene === 'offline' ? { kind: 'waiting', retryAt: now + 12_000, attempt: 3 } : { kind: 'online' },
      ),
      agent: agentOf(scene),
      loaded: signal(scene !== 'loading'),
    },
    script: {
      signedIn: scene !== 'sign-in',
      broken: scene === 'broken' || scene === 'unreachable',
      isNew: scene === 'empty',
      latencyMs: scene === 'loading' ? 60_000 : 120,
    },
  };
}

function agentOf(scene: Scene): SignedInAgent {
  return {
    id: ME,
    name: MY_NAME,
    email: 'lena@northwind.example',
    role: scene === 'agent' ? 'agent' : 'admin',
    presence: scene === 'away' ? 'away' : 'available',
    workspaceName: 'Northwind Support GmbH',
  };
}

function cast(scene: Scene, now: number): readonly FakeConversation[] {
  if (scene === 'empty' || scene === 'away') return [];
  const main = ensemble(now);
  const [offered] = main;
  if (scene === 'contested' && offered) offered.contested = true;
  if (scene === 'thousands') return [...main, ...crowd(now, 10_000)];
  return scene === 'crowd' ? [...main, ...crowd(now, 200)] : main;
}

/** One conversation for every section and every awkward content. */
function ensemble(now: number): readonly FakeConversation[] {
  const offered = qualifiedStory(1, now - 4 * MINUTE);
  offered.at = now - 14_000;
  offer(offered, 'qualified', now);

  const complaint = shortStory(2, {
    label: 'Jonas Weber',
    startedAt: now - 2 * MINUTE,
    lines: [
      'This is the third time I ask. My invoice is still wrong and nobody answers.',
      'I am sorry about that. I am asking a colleague to join.',
    ],
  });
  complaint.at = now - 50_000;
  offer(complaint, 'complaint', now - 50_000);

  const mine = qualifiedStory(3, now - 22 * MINUTE, 'Amélie Laurent');
  requestHandoff(mine, 'qualified');
  giveTo(mine, { id: ME, name: MY_NAME });
  mine.at = now - 9 * MINUTE;
  mine.say(
    { kind: 'agent', id: ME, name: MY_NAME },
    'Hi Amélie, I have read everything you told our assistant. SSO with Okta is part of the Business plan.',
  );
  visitorSays(mine, 'Great. Could you send me an offer for 60 seats by tomorrow?', now - 95_000);

  const arabic = shortStory(4, {
    label: 'نورا الحسن',
    startedAt: now - 11 * MINUTE,
    lines: ['مرحبا، أريد التحدث مع موظف من فضلكم', 'Of course. I am asking a colleague to join.'],
  });
  arabic.at = now - 6 * MINUTE;
  requestHandoff(arabic, 'human_request');
  expire(arabic);

  const long = shortStory(5, {
    label: 'Visitor 7k2m',
    startedAt: now - 3 * MINUTE,
    lines: [LONG.slice(0, 4000)],
  });
  const colleague = shortStory(6, {
    label: 'procurement@very-long-company-name-international-holdings.example',
    startedAt: now - 40 * MINUTE,
    lines: ['Is there a discount for charities?', 'There is. I am asking a colleague for the figures.'],
  });
  requestHandoff(colleague, 'human_request');
  giveTo(colleague, COLLEAGUE);
  const talking = shortStory(7, {
    label: 'Priya Nair',
    startedAt: now - 90_000,
    lines: [
      'Does it work with Shopify?',
      'Yes, with one script tag in the theme. Which e-mail address may we write to?',
      'priya@lumen.studio',
    ],
    site: 'help.northwind.example',
  });
  talking.tier = 'B';
  const closed = shortStory(8, {
    label: 'Okonkwo & Sons',
    startedAt: now - 300 * MINUTE,
    lines: ['Thanks, that solved it.', 'You are welcome.'],
  });
  closed.append({ kind: 'visitor', id: fakeId('vis', 1) }, 'conversation.closed', { by: 'visitor' });
  return [offered, complaint, mine, arabic, long, colleague, talking, closed, filesStory(now - 30 * MINUTE)];
}

const LONG = `Here is everything at once, because I have only this minute. ${'We run seven warehouses in four countries and every team answers its own mailbox, so that nobody knows what has been promised to whom. '.repeat(32)}`;

const NAMES = ['Ada', 'Bilal', 'Chloé', 'Dmitri', 'Eun-ji', 'Fatima', 'Gustav', 'Hana', 'Iker', 'Jelena'];

function crowd(now: number, size: number): readonly FakeConversation[] {
  return Array.from({ length: size }, (_, place) => {
    const name = `${NAMES[place % NAMES.length]} ${String.fromCharCode(65 + (place % 26))}.`;
    const held = shortStory(100 + place, {
      label: name,
      startedAt: now - place * 47_000 - MINUTE,
      lines: [
        'How much is it for a small team?',
        'It starts at 19 euros for each person and month.',
        'And with yearly payment?',
      ],
    });
    if (place % 4 === 0) requestHandoff(held, 'human_request');
    if (place % 3 === 0) held.tier = 'C';
    return held;
  });
}
