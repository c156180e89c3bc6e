import { describe, expect, it } from 'vitest';
import { compiled, DEFAULT_PLAYBOOK } from '../../../../test/play-visitor.js';
import { decideVerdict, listHandoffReasons } from './decide-verdict.js';
import type { PolicyFacts } from './policy-facts.js';
import { scoreLead, scoreOpportunity, scoreQualification, tierOf } from './score-lead.js';

const { policy } = compiled(DEFAULT_PLAYBOOK);

const NOTHING: PolicyFacts = {
  intents: [],
  known: [],
  declined: [],
  conflicted: [],
  opted_out: false,
  spam: false,
  abuse: false,
  job_seeker: false,
  no_business_use: false,
  will_not_buy: false,
  business_need: false,
  reachable: false,
  business_email: false,
  team_size: null,
  budget_usd_month: null,
  starts_within_days: null,
  urgency: 'normal',
  sentiment: 'neutral',
};
const BUYER: PolicyFacts = {
  ...NOTHING,
  intents: ['sales'],
  known: ['use_case', 'email', 'team_size'],
  reachable: true,
  team_size: 10,
};
const verdict = (change: Partial<PolicyFacts>, base = BUYER) =>
  decideVerdict(policy, { ...base, ...change }).verdict;

describe('the default playbook’s verdict', () => {
  it.each<[string, Partial<PolicyFacts>]>([
    ['ten seats', {}],
    ['a budget instead of seats', { team_size: null, budget_usd_month: 500 }],
    ['a budget beside few seats', { team_size: 3, budget_usd_month: 500 }],
    ['a conflict on the timeline', { conflicted: ['timeline'] }],
  ])('qualifies with %s', (_, change) => expect(verdict(change)).toBe('qualified'));

  it.each<[string, Partial<PolicyFacts>]>([
    ['nine seats', { team_size: 9 }],
    ['an unknown size', { team_size: null }],
    ['a budget just below', { team_size: null, budget_usd_month: 499.99 }],
    ['no reachable contact', { reachable: false }],
    ['no use case', { known: ['email', 'team_size'] }],
    ['an open conflict on the team size', { conflicted: ['team_size'] }],
    ['an open conflict on the budget', { conflicted: ['budget'] }],
  ])('wants a review with %s', (_, change) => expect(verdict(change)).toBe('needs_review'));

  it.each<[string, Partial<PolicyFacts>]>([
    ['an opt-out', { opted_out: true }],
    ['spam', { intents: ['sales', 'spam'] }],
    ['abuse', { abuse: true }],
    ['a job seeker', { intents: ['sales', 'job_seeker'] }],
    ['no business use', { no_business_use: true }],
    ['a plain no', { will_not_buy: true }],
  ])('disqualifies %s, however good the rest', (_, change) => expect(verdict(change)).toBe('disqualified'));

  it('has no opinion on support, partners and probing', () => {
    expect(verdict({ intents: ['support'], business_need: true }, NOTHING)).toBeNull();
    expect(verdict({ intents: ['partner_or_vendor'], business_need: true }, NOTHING)).toBeNull();
    expect(verdict({}, NOTHING)).toBeNull();
    expect(verdict({ business_need: true }, NOTHING)).toBe('needs_review');
  });
});

it('a person is called for a qualified lead, a request and a complaint, in the playbook’s order', () => {
  const facts = { ...BUYER, intents: ['sales', 'human_request', 'complaint'] } as const;
  expect(listHandoffReasons(policy, facts, 'qualified')).toEqual(['human_request', 'complaint', 'qualified']);
  expect(listHandoffReasons(policy, BUYER, 'needs_review')).toEqual([]);
});

describe('scores', () => {
  it('of qualification: 0.4, and 0.3 each for company and role', () => {
    expect(scoreQualification(null, null).value).toBe(0.4);
    expect(scoreQualification('company', null).value).toBe(0.7);
    expect(scoreQualification('company', 'role').value).toBe(1);
  });

  it('of the opportunity: 0.5, and 0.1 per fact, never more than 1', () => {
    expect(scoreOpportunity([]).value).toBe(0.5);
    expect(scoreOpportunity(['name', 'email']).value).toBe(0.7);
    expect(scoreOpportunity(['a', 'b', 'c', 'd', 'e', 'f', 'g']).value).toBe(1);
  });

  it('carry their reasons and the slots that prove them', () => {
    const score = scoreLead(policy, BUYER);
    expect(score.value).toBe(0.5);
    expect(score.reasons.map(({ rule }) => rule)).toEqual(['use_case', 'reachable', 'team']);
    expect(score.reasons[1]?.slots).toEqual(['email']);
  });

  it.each([
    [0.8, 'A'],
    [0.7999, 'B'],
    [0.6, 'B'],
    [0.5999, 'C'],
    [0.4, 'C'],
    [0.3999, 'D'],
  ])('%d is tier %s', (score, tier) => expect(tierOf(score)).toBe(tier));
});
