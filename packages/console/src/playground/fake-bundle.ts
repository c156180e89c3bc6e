import type { Bundle, BundleSlotState, SourcedSentence } from '@baton/shared-types';
import type { FakeConversation } from './fake-conversation.js';
import { fakeId } from './fake-ids.js';

/** The bundle as the server would fold it; the sentences are the story's. */
export function fakeBundle(held: FakeConversation): Bundle {
  const view = held.view.value;
  const messages = view?.messages ?? [];
  const visitorMessages = messages.filter(({ actor }) => actor.kind === 'visitor');
  const text = (key: string) => held.facts.find((slot) => slot.key === key)?.current?.display ?? null;
  const sourced = (words: string, places: readonly number[]): SourcedSentence => ({
    text: words,
    messageIds: places.flatMap((place) => visitorMessages[place]?.messageId ?? []),
  });
  const known = held.facts.length > 0;
  const question = messages.find((message) => message.text.includes('?') && message.actor.kind === 'visitor');
  const promise = messages.find(
    (message) => message.actor.kind === 'assistant' && message.text.includes('will'),
  );
  const count = (state: BundleSlotState) => held.facts.filter((fact) => fact.state === state).length;
  return {
    schema: 'baton.bundle/1',
    conversationId: held.id,
    handoffId: view?.handoff?.handoffId ?? null,
    reason: view?.handoff?.reason ?? null,
    seq: held.cursor.value,
    playbook: { version: 1, hash: 'c'.repeat(64) },
    language: view?.locale ?? 'en',
    visitor: {
      id: fakeId('vis', 1),
      label: held.label,
      claimed: { name: text('name'), email: text('email'), phone: null },
      verified: null,
    },
    page: view?.page ?? null,
    journey: known
      ? ['Pricing', 'Shared inboxes for support teams', 'Moving from Intercom'].map((title, place) => ({
          url: `https://northwind.example/page-${place}`,
          title,
          at: `2026-11-19T09:3${place}:00.000Z`,
        }))
      : [],
    campaign: null,
    intents: view?.handoff?.reason === 'complaint' ? ['complaint', 'support'] : known ? ['sales'] : [],
    urgency: known ? 'high' : 'normal',
    sentiment: view?.handoff?.reason === 'complaint' ? 'negative' : 'neutral',
    verdict: held.verdict,
    verdictBecause: held.verdictBecause,
    tier: held.tier,
    score: known ? SCORE : null,
    route: null,
    slots: held.facts,
    completeness: {
      filled: count('filled'),
      total: held.facts.length,
      declined: count('declined'),
      notAsked: count('not_asked'),
      unclear: count('unclear'),
      conflicting: count('conflicting'),
      withdrawn: count('withdrawn'),
    },
    gaps: known
      ? [{ key: 'country', label: 'Country', state: 'not_asked', because: 'it was not asked for' }]
      : [],
    summary: known
      ? [
          sourced('Wants to replace a shared support mailbox with one place for chat and e-mail.', [0]),
          sourced('Decides before the end of March; an Intercom contract runs out then.', [2, 3]),
        ]
      : [],
    timeline: known
      ? messages.slice(0, 4).map(({ seq, at }, place) => ({ seq, at, text: TIMELINE[place] ?? '' }))
      : [],
    objections: known ? [sourced('Does not want to talk about budget yet.', [4])] : [],
    cited: known && promise ? [{ title: 'Single sign-on', url: null, messageIds: [promise.messageId] }] : [],
    notes: [],
    corrections: [],
    disposition: null,
    openQuestions: question ? [{ text: question.text, messageIds: [question.messageId] }] : [],
    promised: promise ? [{ text: promise.text, messageIds: [promise.messageId] }] : [],
    suggestedReply: known
      ? `Hi ${text('name')?.split(' ')[0] ?? 'there'}, I have read everything you told our assistant. Single sign-on with Okta is part of the Business plan, and I can set up a trial for your team today. Is it 40 or about 60 people who would use it?`
      : 'Hello, I am here now. What can I help you with?',
    nextQuestions: known
      ? [
          'Is it 40 or about 60 people who would use it?',
          'Who else decides with you?',
          'Which country are you in?',
        ]
      : [],
    transcript: { conversationId: held.id, messages: messages.length, href: '' },
    hash: '9f2c41d07ab3e5586d1c0b94e77a2f60c3d8819b54ae0f7712c6d3e9a05b8f14',
  };
}

const TIMELINE = [
  'The conversation began on “Pricing”.',
  'The visitor wrote for the first time.',
  'Verdict: qualified, because a team of 20 or more has a clear use case.',
  'A person was called: qualified.',
];

const SCORE: Bundle['score'] = {
  value: 0.82,
  parts: [
    { part: 'seniority', value: null, weight: 0 },
    { part: 'role_fit', value: null, weight: 0 },
    { part: 'reachability', value: 0.8, weight: 0.42 },
    { part: 'propensity', value: 0.83, weight: 0.58 },
  ],
  basis: 'rule_based_fallback',
  reasons: [
    line('business_email', 34, 'Writes from a business address.', 'email'),
    line('team_20', 22, 'Twenty people or more would use it.', 'team_size'),
    line('use_case', 14, 'Says what it is needed for.', 'use_case'),
    line('soon', 12, 'Decides within half a year.', 'timeline'),
  ],
};

function line(rule: string, points: number, because: string, slot: string) {
  return { rule, points, because, slots: [slot], evidence: [] };
}
