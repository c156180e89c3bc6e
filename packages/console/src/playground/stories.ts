import type {
  Actor,
  AgentId,
  BundleSlot,
  BundleValue,
  FileRecord,
  HandoffReason,
  MessageId,
  SlotKind,
} from '@baton/shared-types';
import { createFakeConversation, type FakeConversation } from './fake-conversation.js';
import { fakeDecision } from './fake-decision.js';
import { fakeId } from './fake-ids.js';

export const ME: AgentId = fakeId('agt', 1);
export const MY_NAME = 'Lena Brandt';
export const COLLEAGUE = { kind: 'agent', id: fakeId('agt', 2), name: 'Tomás Herrera' } as const;
const VISITOR: Actor = { kind: 'visitor', id: fakeId('vis', 1) };
const ASSISTANT: Actor = { kind: 'assistant' };
const SYSTEM: Actor = { kind: 'system' };
const OFFER_MS = 60_000;

/** The main story: six messages, a conflict, a promise, a qualified lead. */
export function qualifiedStory(number: number, startedAt: number, label = 'Maya Okafor'): FakeConversation {
  const held = begin({ number, label, startedAt, page: ['https://northwind.example/pricing', 'Pricing'] });
  const said: MessageId[] = [];
  const visitor = (text: string) => said.push(say(held, VISITOR, text));
  visitor(
    'Hi! We drown in a shared support mailbox and want chat and e-mail in one place. We are 40 people in support.',
  );
  decide(held, 'ask', 'email');
  say(
    held,
    ASSISTANT,
    'One inbox for chat and e-mail is exactly what Northwind does. Which e-mail address may we write to?',
    'email',
  );
  visitor('maya.okafor@kestrel-freight.com. Do you support single sign-on with Okta?');
  decide(held, 'ask', 'timeline');
  held.at += 9000;
  held.say(
    ASSISTANT,
    'Yes, SSO with Okta is part of the Business plan. A colleague will send you the setup guide. When would you like to start?',
    { origin: 'model', asks: 'timeline', cites: 'Single sign-on' },
  );
  visitor('Before the end of March');
  visitor('our Intercom contract runs out then, and with the Hamburg team we would be about 60 people');
  decide(held, 'ask', 'name');
  say(held, ASSISTANT, 'Thank you, that helps with the planning. What is your name?', 'name');
  visitor(`I'm ${label}, Head of Support at Kestrel Freight. I'd rather not talk about budget yet.`);
  held.facts = qualifiedFacts(held, said, label);
  held.verdict = 'qualified';
  held.verdictBecause = 'A team of 20 or more with a clear use case and a business address.';
  held.tier = 'A';
  recordSlots(held);
  decide(held, 'handoff');
  say(held, ASSISTANT, 'Thanks, that is all I need. I am asking a colleague to join us now.');
  return held;
}

function qualifiedFacts(
  held: FakeConversation,
  said: readonly MessageId[],
  label: string,
): readonly BundleSlot[] {
  const value = (place: number, quote: string, display: string, more: Partial<BundleValue> = {}) =>
    proven(held, said[place], quote, { display, ...more });
  const reason = {
    confidence: 0.62,
    source: 'model' as const,
    reason: 'The sentence describes a need rather than naming it.',
  };
  return [
    fact('name', 'name', 'Name', value(4, label, label)),
    fact(
      'email',
      'email',
      'E-mail',
      value(1, 'maya.okafor@kestrel-freight.com', 'maya.okafor@kestrel-freight.com'),
    ),
    fact('company', 'company', 'Company', value(4, 'Kestrel Freight', 'Kestrel Freight')),
    fact('role', 'role', 'Role', value(4, 'Head of Support', 'Head of Support')),
    {
      ...fact('team_size', 'team_size', 'Team size', value(3, 'about 60 people', 'about 60 people')),
      state: 'conflicting',
      rivals: [value(0, '40 people', '40 people')],
    },
    {
      ...fact(
        'use_case',
        'use_case',
        'Use case',
        value(0, 'want chat and e-mail in one place', 'Chat and e-mail in one place', reason),
      ),
      state: 'unclear',
    },
    fact('timeline', 'timeline', 'Timeline', value(2, 'Before the end of March', 'by 31 March')),
    fact('current_tool', 'current_tool', 'Current tool', value(3, 'Intercom', 'Intercom')),
    { ...fact('budget', 'budget', 'Budget', null), state: 'declined' },
    fact('phone', 'phone', 'Phone', null),
    fact('country', 'country', 'Country', null),
  ];
}

/** A short one with the words given; enough to fill an inbox. */
export function shortStory(
  number: number,
  spec: { label: string; startedAt: number; lines: readonly string[]; site?: string },
): FakeConversation {
  const held = begin({
    number,
    label: spec.label,
    startedAt: spec.startedAt,
    page: ['https://northwind.example/', 'Northwind'],
    site: spec.site,
  });
  spec.lines.forEach((line, place) => {
    say(held, place % 2 === 0 ? VISITOR : ASSISTANT, line);
  });
  return held;
}

export function offer(held: FakeConversation, reason: HandoffReason, now: number): void {
  requestHandoff(held, reason);
  held.append(SYSTEM, 'handoff.offered', {
    handoffId: fakeId('hnd', 1),
    agentIds: [ME, COLLEAGUE.id],
    deadlineAt: new Date(now + OFFER_MS).toISOString(),
  });
}

export function requestHandoff(held: FakeConversation, reason: HandoffReason): void {
  held.append(SYSTEM, 'handoff.requested', { handoffId: fakeId('hnd', 1), reason });
  held.append(SYSTEM, 'owner.changed', {
    owner: { kind: 'queue' },
    epoch: (held.view.value?.epoch ?? 0) + 1,
  });
}

export function expire(held: FakeConversation): void {
  held.append(SYSTEM, 'handoff.expired', { handoffId: fakeId('hnd', 1), because: 'no_accept' });
}

export function giveTo(held: FakeConversation, agent: { readonly id: AgentId; readonly name: string }): void {
  const actor = { kind: 'agent', id: agent.id, name: agent.name } as const;
  const epoch = (held.view.value?.epoch ?? 0) + 1;
  if (held.view.value?.handoff)
    held.append(actor, 'handoff.accepted', { handoffId: fakeId('hnd', 1), agent });
  held.append(actor, 'owner.changed', { owner: actor, epoch });
}

/** Files in both directions, one with a name that is long and one that is Arabic. */
export function filesStory(startedAt: number): FakeConversation {
  const held = shortStory(9, { label: 'Rosa Lindqvist', startedAt, lines: ['Our till shows this error.'] });
  requestHandoff(held, 'human_request');
  giveTo(held, { id: ME, name: MY_NAME });
  const send = (actor: Actor, number: number, file: Omit<FileRecord, 'fileId'>) => {
    held.at += 20_000;
    held.say(actor, file.name, { files: [{ ...file, fileId: fakeId('fil', number) }] });
  };
  const pdf = { type: 'application/pdf', width: null, height: null } as const;
  send(VISITOR, 1, { name: 'till.jpg', type: 'image/jpeg', size: 482_113, width: 4_032, height: 3_024 });
  send(VISITOR, 2, { ...pdf, name: 'عرض السعر.pdf', size: 20_480 });
  const agent = { kind: 'agent', id: ME, name: MY_NAME } as const;
  const long = 'Offer for Lindqvist and Daughters, two tills, support around the clock, November.pdf';
  send(agent, 3, { ...pdf, name: long, size: 2_411_724 });
  return held;
}

export function visitorSays(held: FakeConversation, text: string, at: number): void {
  held.at = at;
  held.say(VISITOR, text);
}

function begin(spec: {
  number: number;
  label: string;
  startedAt: number;
  page: readonly [string, string];
  site?: string | undefined;
}): FakeConversation {
  const { number, label, startedAt } = spec;
  const held = createFakeConversation({
    number,
    label,
    siteName: spec.site ?? 'northwind.example',
    at: startedAt,
  });
  held.append(VISITOR, 'conversation.started', {
    siteId: fakeId('sit', 1),
    page: { url: spec.page[0], title: spec.page[1], referrer: '' },
    locale: 'en',
    timeZone: 'America/Chicago',
  });
  return held;
}

function say(held: FakeConversation, actor: Actor, text: string, asks?: string): MessageId {
  held.at += actor.kind === 'visitor' ? 24_000 : 3_000;
  return held.say(actor, text, asks ? { asks } : {});
}

function decide(held: FakeConversation, step: 'ask' | 'handoff', slot?: string): void {
  const qualified = step === 'handoff';
  held.append(SYSTEM, 'decision.recorded', {
    decision: fakeDecision({
      step,
      at: held.at,
      ...(slot ? { slot } : {}),
      ...(qualified
        ? {
            verdict: 'qualified',
            tier: 'A',
            handoff: 'qualified',
            because: 'A team of 20 or more with a clear use case and a business address.',
          }
        : {}),
    }),
  });
}

function proven(
  held: FakeConversation,
  messageId: MessageId | undefined,
  quote: string,
  more: Partial<BundleValue> & { display: string },
): BundleValue {
  const message = held.view.value?.messages.find((candidate) => candidate.messageId === messageId);
  const start = message?.text.indexOf(quote) ?? -1;
  if (!message || start < 0) throw new Error(`The story does not say “${quote}”.`);
  return {
    value: more.display,
    confidence: 0.96,
    reason: 'The words match the form of this fact.',
    source: 'rules',
    evidence: [{ messageId: message.messageId, start, end: start + quote.length, quote }],
    ...more,
  };
}

function fact(key: string, kind: SlotKind, label: string, current: BundleValue | null): BundleSlot {
  return { key, kind, label, state: current ? 'filled' : 'not_asked', current, rivals: [] };
}

function recordSlots(held: FakeConversation): void {
  for (const { key, kind, current, rivals } of held.facts) {
    if (!current) continue;
    held.append(SYSTEM, 'slot.filled', {
      slot: { key, kind, state: 'proposed', current, rivals, corrected: false, declinedEvidence: [] },
    });
  }
}
