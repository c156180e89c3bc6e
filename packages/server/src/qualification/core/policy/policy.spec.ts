import type { Evidence, MessageId } from '@baton/shared-types';
import { describe, expect, it } from 'vitest';
import { compiled, DEFAULT_PLAYBOOK } from '../../../../test/play-visitor.js';
import { englishWords } from '../words/english-words.js';
import { assessOpportunity, assessQualification } from './assess-lead.js';
import { decideVerdict, listHandoffReasons } from './decide-verdict.js';
import type { PolicyFacts } from './policy-facts.js';
import { scoreLead, tierOf } from './score-lead.js';

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
  role: '',
  seniority: '',
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

const words = (slot: string): readonly Evidence[] => [
  { messageId: `msg_${slot}` as MessageId, start: 0, end: slot.length, quote: slot },
];

describe('assessments', () => {
  const say = englishWords.assessment;
  const qualification = (company: string | null, role: string | null) =>
    assessQualification({ company, role }, words, say);
  const opportunity = (...keys: readonly string[]) =>
    assessOpportunity(
      keys.map((key) => ({ key, label: key })),
      words,
      say,
    );

  it('of qualification: 0.4, and 0.3 each for company and role, with the words that prove it', () => {
    expect(qualification(null, null).value).toBe(0.4);
    expect(qualification('company', null).value).toBe(0.7);
    expect(qualification('company', 'role')).toMatchObject({
      value: 1,
      confidence: 1,
      reason: 'Company known, role known: reaches the cut of 0.6.',
      source: 'rules',
      evidence: [...words('company'), ...words('role')],
    });
  });

  it('of the opportunity: 0.5, and 0.1 per fact, never more than 1', () => {
    expect(opportunity().value).toBe(0.5);
    expect(opportunity('name', 'email')).toMatchObject({
      value: 0.7,
      confidence: 0.7,
      reason: '2 facts are recorded.',
      source: 'rules',
      evidence: [...words('name'), ...words('email')],
    });
    expect(opportunity('a', 'b', 'c', 'd', 'e', 'f', 'g').value).toBe(1);
  });
});

describe('the composite score', () => {
  const score = (change: Partial<PolicyFacts>, modelAnswered = false) =>
    scoreLead(policy, { facts: { ...NOTHING, ...change }, evidenceOf: words, modelAnswered });

  it('weighs only what is known', () => {
    const { parts, value } = score({ ...BUYER, business_email: true });
    expect(parts).toEqual([
      { part: 'seniority', value: null, weight: 0 },
      { part: 'role_fit', value: null, weight: 0 },
      { part: 'reachability', value: 0.8, weight: 0.4167 },
      { part: 'propensity', value: 0.5, weight: 0.5833 },
    ]);
    expect(value).toBe(0.625);
  });

  it('traces every point to its rule, slot and words, and the points add up', () => {
    const full = score({
      ...BUYER,
      known: ['use_case', 'email', 'phone', 'team_size', 'role', 'company'],
      business_email: true,
      role: 'head of operations',
      seniority: 'head',
    });
    const sum = full.reasons.reduce((points, reason) => points + reason.points, 0);
    expect(sum / 100).toBeCloseTo(full.value, 3);
    for (const reason of full.reasons) expect(reason.evidence).toEqual(reason.slots.flatMap(words));
    expect(full.reasons.find(({ rule }) => rule === 'head')).toMatchObject({ points: 17, slots: ['role'] });
  });

  it('never gives a part more than the whole of it', () => {
    const { parts } = score({ known: ['email', 'phone'], business_email: true });
    expect(parts.find(({ part }) => part === 'reachability')?.value).toBe(1);
  });

  it('takes a refusal of every contact for unreachable, and silence for unknown', () => {
    const reach = (change: Partial<PolicyFacts>) =>
      score(change).parts.find(({ part }) => part === 'reachability')?.value;
    expect(reach({ declined: ['email', 'phone'] })).toBe(0);
    expect(reach({ declined: ['email'] })).toBeNull();
  });

  it('says whether a model’s answer stands behind it', () => {
    expect(score({}).basis).toBe('rule_based_fallback');
    expect(score({}, true).basis).toBe('rules_and_model');
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
