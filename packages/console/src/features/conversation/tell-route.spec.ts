import type { AgentId, Candidate, RoutingRecord } from '@baton/shared-types';
import { afterEach, describe, expect, it } from 'vitest';
import { chooseLanguage } from '../../i18n/texts.js';
import { isRoutingRecord, tellRoute } from './tell-route.js';

const candidate = (n: number, because: Candidate['because']): Candidate => ({
  agentId: `agt_${n}` as AgentId,
  name: `Agent ${n}`,
  because,
  load: 0,
  capacity: 3,
});

const record: RoutingRecord = {
  playbook: { version: 1, hash: 'x' },
  facts: Object(null),
  rule: { id: 'strong_lead', because: 'A strong lead goes first.' },
  destination: {
    team: 'sales',
    skills: [],
    priority: 'high',
    fallback: [],
    because: 'A strong lead goes first.',
  },
  rung: 'agent',
  chose: 'least_busy',
  candidates: [candidate(1, []), candidate(2, ['away', 'lacks_language'])],
  offeredTo: ['agt_1' as AgentId],
  explanation: [],
  at: '2026-01-05T09:00:00.000Z',
  hash: 'x',
};

afterEach(() => chooseLanguage(['en']));

describe('a choice of the router', () => {
  it('is told from its record: rule, who was asked and how, who was not and why', () => {
    expect(tellRoute(record)).toEqual([
      'Routed to sales with high priority by “strong_lead”: A strong lead goes first.',
      'Offered to Agent 1 (the least busy).',
      'Not Agent 2: away, does not speak the language.',
    ]);
  });

  it('is told in German to whoever reads German, with the playbook’s own reason', async () => {
    await chooseLanguage(['de']);
    expect(tellRoute(record)).toEqual([
      'Nach „strong_lead“ mit hoher Priorität an sales geleitet: A strong lead goes first.',
      'Angeboten: Agent 1 (hat am wenigsten zu tun).',
      'Nicht Agent 2: abwesend, spricht die Sprache nicht.',
    ]);
  });

  it('names whoever a person sent it to, and says when nobody could be asked', () => {
    const rule = { id: 'directed', because: 'Ein Mensch hat es an Tomás Reyes geleitet.' };
    const directed = { ...record, rule, offeredTo: [], candidates: [] };
    expect(tellRoute({ ...directed, directedTo: 'Tomás Reyes' })).toEqual([
      'A person sent it to Tomás Reyes.',
      'Nobody could be asked; contact details are taken.',
    ]);
    expect(tellRoute(directed)[0]).toBe(rule.because);
  });

  it('is known by what it holds', () => {
    expect([record, null, { reasons: [] }, 'x'].map(isRoutingRecord)).toEqual([true, false, false, false]);
  });
});
