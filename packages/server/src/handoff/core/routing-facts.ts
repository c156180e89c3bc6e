import type { ConversationView, Playbook, RoutingFacts, SlotKind, Team } from '@baton/shared-types';
import { displayValue } from '../../qualification/core/index.js';
import { isWithinHours } from './business-hours.js';
import { readCampaign, readPath, readSource } from './journey.js';

export interface Surroundings {
  readonly siteName: string;
  readonly teams: readonly Team[];
  readonly account: { readonly status: string; readonly ownerEmail: string } | null;
  readonly now: Date;
}

/** What a routing rule may speak about, as it stands now. */
export function routingFacts(
  view: ConversationView,
  playbook: Playbook,
  { siteName, teams, account, now }: Surroundings,
): RoutingFacts {
  const { decision, reclassified, handoff } = view;
  const held = Object.values(view.slots).filter((slot) => slot.current !== null);
  const heldValue = (kind: SlotKind) => held.find((slot) => slot.kind === kind)?.current?.value;
  const size = heldValue('team_size');
  const country = heldValue('country');
  const teamSize = typeof size === 'object' && 'min' in size ? (size.min ?? size.max) : null;
  return {
    reason: handoff?.reason ?? '',
    verdict: (reclassified ? reclassified.verdict : decision?.verdict) ?? '',
    tier: (reclassified ? reclassified.tier : decision?.tier) ?? '',
    score: decision?.score.value ?? 0,
    intents: reclassified?.intents ?? decision?.intents ?? [],
    known: held.map(({ key }) => key),
    slots: Object.fromEntries(
      playbook.slots.map(({ key }) => {
        const current = view.slots[key]?.current;
        return [key, current ? displayValue(current.value, 'en') : ''];
      }),
    ),
    team_size: teamSize,
    urgency: decision?.urgency ?? 'normal',
    sentiment: decision?.sentiment ?? 'neutral',
    language: languageOf(view),
    country: typeof country === 'string' ? country : '',
    page: readPath(view),
    source: readSource(view),
    campaign: readCampaign(view)?.campaign ?? '',
    site: siteName,
    customer_status: account?.status ?? '',
    account_owner: account?.ownerEmail ?? '',
    open_teams: teams.filter((team) => isWithinHours(team.hours, now)).map(({ key }) => key),
  };
}

/** The conversation's language, without its region. */
export function languageOf({ decision, locale }: ConversationView): string {
  return (decision?.language ?? locale).split(/[-_]/)[0]?.toLowerCase() || 'en';
}
