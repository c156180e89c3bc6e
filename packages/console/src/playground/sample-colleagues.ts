import type { AlreadySaid, Colleague, RoutingFacts, RoutingRecord, Team } from '@baton/shared-types';
import { fakeId } from './fake-ids.js';
import { COLLEAGUE } from './stories.js';

const SOMEBODY = { role: 'agent', reason: null, skills: [], languages: ['en'], capacity: 4 } as const;

export const COLLEAGUES: readonly Colleague[] = [
  { ...SOMEBODY, id: COLLEAGUE.id, name: COLLEAGUE.name, state: 'available', teams: ['sales'], load: 1 },
  { ...SOMEBODY, id: fakeId('agt', 3), name: 'نورا الحسن', state: 'away', teams: ['support'], load: 0 },
];

export const TEAMS: readonly Team[] = [
  { key: 'sales', name: 'Sales', choose: 'least_busy', hours: null },
  { key: 'support', name: 'Support', choose: 'sticky', hours: null },
];

export const ALREADY_SAID: readonly AlreadySaid[] = [
  { key: 'team_size', label: 'Team size', display: '40 people', asks: 'How many', said: [] },
];

const FACTS: RoutingFacts = {
  reason: 'qualified',
  verdict: 'qualified',
  tier: 'A',
  score: 0.8,
  intents: [],
  known: [],
  slots: {},
  team_size: null,
  urgency: 'normal',
  sentiment: 'neutral',
  language: 'en',
  country: '',
  page: '/',
  source: 'direct',
  campaign: '',
  site: '',
  customer_status: '',
  account_owner: '',
  open_teams: ['sales'],
};

/** One answer for every lead. */
export function sampleRouting(facts: Partial<RoutingFacts>): RoutingRecord {
  return {
    playbook: { version: 3, hash: '31946ac92492d2347c6235b4d2611184' },
    facts: { ...FACTS, ...facts },
    rule: { id: 'big_teams', because: 'Tier A goes to sales.' },
    destination: {
      team: 'sales',
      skills: [],
      priority: 'high',
      fallback: [],
      because: 'Tier A goes to sales.',
    },
    rung: 'agent',
    chose: 'least_busy',
    candidates: COLLEAGUES.map(({ id, name, state, load, capacity }) => ({
      agentId: id,
      name,
      because: state === 'available' ? [] : ['away', 'not_in_team'],
      load,
      capacity,
    })),
    offeredTo: [COLLEAGUE.id],
    explanation: ['Tier A goes to sales.', 'Of the team, Tomás Herrera has the fewest chats.'],
    at: new Date().toISOString(),
    hash: '31946ac92492d2347c6235b4d2611184',
  };
}
