import type { LogEvent } from '@baton/shared-types';
import { describe, expect, it } from 'vitest';
import { foldFacts, NO_FACTS } from './fold-facts.js';
import { measureGroup } from './measure-group.js';
import { questionsAbout } from './questions-about.js';
import { writeReport } from './write-report.js';

const at = (second: number) => new Date(Date.UTC(2026, 10, 20, 10, 0, second)).toISOString();
const event = (second: number, type: string, data: object, actor: object = { kind: 'system' }) =>
  ({ type, at: at(second), actor, data }) as unknown as LogEvent;
const said = (second: number, kind: string, text: string, asks: string | null = null) =>
  event(second, 'message.sent', { text, asks }, { kind, id: 'x', name: 'y' });
const slot = (second: number, key: string, current: object | null, rivals: readonly object[] = []) =>
  event(second, 'slot.filled', { slot: { key, kind: key, current, rivals } });
const decided = (second: number, verdict: string | null) =>
  event(second, 'decision.recorded', { decision: { verdict, playbook: { version: 3 } } });

const LOG = [
  said(0, 'assistant', 'Hello'),
  said(5, 'visitor', 'We are 14 people, ada@example.com'),
  slot(5, 'team_size', {}),
  slot(5, 'email', {}, [{}]),
  decided(6, null),
  said(7, 'assistant', 'How many people?', 'team_size'),
  said(8, 'assistant', 'Which address?', 'email'),
  decided(30, 'qualified'),
  decided(40, 'qualified'),
  event(41, 'handoff.requested', {}),
  event(50, 'handoff.accepted', {}),
  said(71, 'agent', 'Hi! How many people would use it? And what is your budget?'),
  said(80, 'agent', 'Fine.'),
  event(42, 'handoff.routed', { routing: { destination: { team: 'sales' } } }),
  event(43, 'bundle.recorded', { bundle: { completeness: { filled: 6, total: 8 } } }),
  event(88, 'disposition.recorded', { disposition: { kind: 'meeting', reason: null } }),
  event(90, 'conversation.closed', {}),
  event(95, 'conversation.rated', { score: 4 }),
];

const facts = LOG.reduce(foldFacts, NO_FACTS);
const counted = (change: object = {}) => ({
  conversationId: 'cnv_x' as never,
  label: 'Ada',
  siteName: 'www',
  day: '2026-11-20',
  facts: { ...facts, ...change },
});

describe('the facts of a conversation', () => {
  it('are read from its log', () => {
    expect(facts).toMatchObject({
      firstLineAt: at(5),
      qualifiedAt: at(30),
      playbookVersion: 3,
      requestedAt: at(41),
      acceptedAt: at(50),
      firstReplyAt: at(71),
      closedAt: at(90),
      team: 'sales',
      completeness: { filled: 6, total: 8 },
      disposition: { kind: 'meeting', reason: null },
      rating: 4,
    });
  });

  it('count a question as repeated only when the answer was known and not contradicted', () => {
    expect(facts).toMatchObject({ askedByAssistant: 2, repeatedByAssistant: 1 });
    expect(facts).toMatchObject({ askedByPeople: 2, repeatedByPeople: 1 });
  });

  it('are the same in one go and in pieces', () => {
    const half = LOG.slice(0, 7).reduce(foldFacts, NO_FACTS);
    expect(LOG.slice(7).reduce(foldFacts, JSON.parse(JSON.stringify(half)))).toEqual(facts);
  });
});

describe('questions of people', () => {
  it.each([
    ['How many people would use it?', ['team_size']],
    ['Wie viele Mitarbeiter haben Sie? Und wie ist Ihr Name?', ['name', 'team_size']],
    ['May I have your name and your e-mail?', ['name', 'email']],
    ['Your e-mail is ada@example.com.', []],
    ['I have your budget. Shall we start?', []],
    ['When do you want to start?', ['timeline']],
  ])('%s', (text, kinds) => {
    expect(questionsAbout(text)).toEqual(kinds);
  });
});

describe('measures', () => {
  it('say on how many cases they stand, and are empty without one', () => {
    const none = measureGroup({ key: 'x', label: 'x' }, []);
    for (const metric of Object.values(none.metrics)) expect(metric).toMatchObject({ value: null, of: 0 });
    const one = measureGroup({ key: 'x', label: 'x' }, [counted()]);
    expect(one.metrics.time_to_qualification).toEqual({ value: 25, of: 1, p90: 25 });
    expect(one.metrics.time_to_first_reply).toEqual({ value: 30, of: 1, p90: 30 });
    expect(one.metrics.acceptance_rate).toEqual({ value: 1, of: 1 });
    expect(one.metrics.repeated_by_assistant).toEqual({ value: 0.5, of: 2 });
    expect(one.metrics.rating).toEqual({ value: 4, of: 1 });
    expect(one.metrics.completeness).toEqual({ value: 0.75, of: 1 });
    expect(one.metrics.lead_to_opportunity).toEqual({ value: 1, of: 1 });
    expect(one.metrics.false_positives).toEqual({ value: 0, of: 1 });
  });

  it('judge qualified leads by what became of them', () => {
    const ended = (kind: string) => counted({ disposition: { kind, reason: null } });
    const group = measureGroup({ key: 'x', label: 'x' }, [
      ...['won', 'meeting', 'rejected', 'lost', 'resolved', 'no_response'].map(ended),
      {
        ...ended('spam'),
        facts: { ...facts, qualifiedAt: null, disposition: { kind: 'spam', reason: null } },
      },
    ]);
    expect(group.metrics.false_positives).toEqual({ value: 0.25, of: 4 });
    expect(group.metrics.lead_to_opportunity).toEqual({ value: 0.5, of: 4 });
  });

  it('are split without losing one, and every day stands there', () => {
    const report = writeReport({
      counted: [counted(), { ...counted({ playbookVersion: null }), day: '2026-11-21' }],
      days: ['2026-11-20', '2026-11-21', '2026-11-22'],
      by: 'playbook',
    });
    expect(report.groups.map(({ key, conversations }) => [key, conversations])).toEqual([
      ['', 1],
      ['3', 1],
    ]);
    expect(report.days.map(({ conversations }) => conversations)).toEqual([1, 1, 0]);
    expect(report.total.conversations).toBe(2);
  });
});
