import type { RoutingFacts } from '@baton/shared-types';

/** The CEL type of every fact of a routing rule. */
export const ROUTING_FACT_TYPES: Readonly<Record<keyof RoutingFacts, string>> = {
  reason: 'string',
  verdict: 'string',
  tier: 'string',
  score: 'double',
  intents: 'list<string>',
  known: 'list<string>',
  slots: 'map<string, string>',
  team_size: 'optional<int>',
  urgency: 'string',
  sentiment: 'string',
  language: 'string',
  country: 'string',
  page: 'string',
  source: 'string',
  campaign: 'string',
  site: 'string',
  customer_status: 'string',
  account_owner: 'string',
  open_teams: 'list<string>',
};
