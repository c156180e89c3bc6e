import {
  applyEvent,
  type ConversationId,
  type ConversationView,
  emptyView,
  type HandoffId,
  type LogEvent,
  type MessageId,
  type NewEvent,
  type Override,
  type SlotRecord,
} from '@baton/shared-types';
import { ASSISTANT, newEvent, SYSTEM } from '../src/conversations/core/events.js';
import { chooseRoute, routingTerms } from '../src/handoff/core/choose-route.js';
import { climbLadder } from '../src/handoff/core/climb-ladder.js';
import { recordRouting } from '../src/handoff/core/record-routing.js';
import type { RosterAgent } from '../src/handoff/core/roster.js';
import { languageOf, routingFacts } from '../src/handoff/core/routing-facts.js';
import type { Desk } from '../src/handoff/core/words/desk.js';
import type { CompiledPlaybook } from '../src/qualification/core/playbook/compile-playbook.js';
import type { GoldenChat } from '../src/qualification/evaluation/golden-chat.js';
import { ANA, BEN } from './build-log.js';
import { numbered, PlayedConversation } from './play-visitor.js';

const NOW = new Date('2026-11-20T09:00:00.000Z');
const TEAMS = [{ key: 'sales', name: 'Sales', choose: 'longest_idle', hours: null }] as const;
/** People say nothing in any language here: what is looked at is what the server says. */
const NOTHING = '…';
const [ana, ben] = [ANA, BEN].map(({ id, name }) => ({ id, name })) as [Named, Named];
type Named = Pick<typeof ANA, 'id' | 'name'>;

/** A golden chat's visitor, the assistant, and then people with everything that can become of a handoff. */
export function playHandoff(chat: GoldenChat, playbook: CompiledPlaybook, desk: Desk): readonly LogEvent[] {
  const played = new PlayedConversation(playbook, { locale: chat.language });
  for (const turn of chat.turns) if (turn.from === 'visitor') played.say(turn.text);
  const view = viewOf(played.log);
  const handoffId = view.handoff?.handoffId ?? (numbered('hnd', 9) as HandoffId);
  const tell = (...events: readonly NewEvent[]) => {
    for (const event of events) played.append(event);
  };
  const route = (roster: readonly RosterAgent[], directedTo: string | null, by = playbook) =>
    tell(
      newEvent('handoff.routed', SYSTEM, {
        handoffId,
        routing: routed(viewOf(played.log), { playbook: by, desk, roster, directedTo }),
      }),
    );
  if (!view.handoff) tell(newEvent('handoff.requested', SYSTEM, { handoffId, reason: 'automation_paused' }));
  route([person(ana, 'offline'), person(ben, 'away')], null);
  const promisedBy = '2026-11-20T13:30:00.000Z';
  tell(
    newEvent('handoff.expired', SYSTEM, { handoffId, because: 'nobody_available', promisedBy }),
    newEvent('handoff.expired', SYSTEM, { handoffId, because: 'no_accept' }),
  );
  route([person(ana, 'available'), person(ben, 'available')], null);
  tell(
    newEvent('handoff.declined', ANA, { handoffId, agentId: ana.id }),
    newEvent('handoff.declined', BEN, { handoffId, agentId: ben.id, reason: NOTHING }),
  );
  route([person(ana, 'available')], null, withoutRouting(playbook));
  route([person(ben, 'available')], ben.name);
  tell(
    newEvent('handoff.accepted', BEN, { handoffId, agent: ben }),
    newEvent('handoff.reopened', SYSTEM, { handoffId, because: 'no_first_reply', agent: ben }),
    newEvent('handoff.accepted', ANA, { handoffId, agent: ana }),
    message(900, ANA),
    message(901, ASSISTANT),
    ...overrides(view, playbook, desk),
    newEvent('note.added', ANA, { kind: 'whisper', text: NOTHING }),
    newEvent('handoff.transferred', ANA, { handoffId, to: { kind: 'agent', ...ben } }),
    newEvent('handoff.returned', BEN, { handoffId }),
    newEvent('conversation.closed', SYSTEM, { by: 'system' }),
  );
  return played.log;
}

export function viewOf(log: readonly LogEvent[]): ConversationView {
  return log.reduce(applyEvent, emptyView(numbered('cnv', 1) as ConversationId));
}

/** A person puts everything right that can be put right, as the overrides of this feature do. */
function overrides(view: ConversationView, { playbook }: CompiledPlaybook, desk: Desk): readonly NewEvent[] {
  const { verdict = null, tier = null, intents = [] } = view.decision ?? {};
  const before = { verdict, tier, intents };
  const reason = NOTHING;
  const given: readonly Override[] = [
    {
      kind: 'classification',
      before,
      after: { verdict: 'qualified', tier: 'A', intents: ['sales'] },
      reason,
    },
    { kind: 'classification', before, after: { verdict: null, tier: null, intents: [] }, reason },
    { kind: 'route', before: null, after: ben.name, reason },
    { kind: 'route', before: ana.name, after: ben.name, reason },
    { kind: 'automation', paused: true, reason },
    { kind: 'automation', paused: false, reason },
    { kind: 'barge_in', from: ben.name, reason },
  ];
  const slots = playbook.briefing?.required.flatMap((key): readonly NewEvent[] => {
    const slot = playbook.slots.find((each) => each.key === key);
    if (!slot || slot.kind === 'team_size') return [];
    const proof = { confidence: 1, reason: desk.words.overrides.corrected(ana.name, reason), evidence: [] };
    const corrected: SlotRecord = {
      key,
      kind: slot.kind,
      state: 'confirmed',
      current: { value: '1', source: 'agent', ...proof },
      rivals: [],
      corrected: true,
      declinedEvidence: [],
    };
    const change = { kind: 'slot', key, reason } as const;
    return [
      override({ ...change, before: null, after: '1' }),
      newEvent('slot.corrected', ANA, { slot: corrected }),
      override({ ...change, before: '1', after: '2' }),
      override({ ...change, before: '2', after: null }),
      newEvent('slot.withdrawn', ANA, { slot: { ...corrected, state: 'withdrawn', current: null } }),
    ];
  });
  return [...(slots ?? []), ...given.map(override)];
}

function override(given: Override): NewEvent {
  return newEvent('override.recorded', ANA, { override: given });
}

function message(n: number, actor: typeof ANA | typeof ASSISTANT): NewEvent {
  return newEvent('message.sent', actor, {
    messageId: numbered('msg', n) as MessageId,
    text: NOTHING,
    kind: 'text',
    origin: actor.kind === 'agent' ? 'human' : 'model',
    asks: null,
    quickReplies: [],
    citations: actor.kind === 'agent' ? [] : [{ title: '1', url: null }],
    interrupted: actor.kind !== 'agent',
    turnId: null,
  });
}

/** As the router routes, with these people there. */
function routed(
  view: ConversationView,
  given: {
    readonly playbook: CompiledPlaybook;
    readonly desk: Desk;
    readonly roster: readonly RosterAgent[];
    readonly directedTo: string | null;
  },
) {
  const { playbook, roster, directedTo } = given;
  const say = given.desk.words.routing;
  const surroundings = { siteName: 'Shop', teams: TEAMS, account: null, now: NOW };
  const facts = routingFacts(view, playbook.playbook, surroundings);
  const route = chooseRoute(playbook, facts, say);
  const next = climbLadder({
    ladder: routingTerms(playbook.playbook).ladder,
    place: { rung: null, asked: [], declined: [], lastOffered: [] },
    destination: route.destination,
    directedTo: null,
    roster,
    teams: TEAMS,
    language: languageOf(view),
    country: facts.country,
    owner: null,
    lastAgent: null,
    now: NOW,
  });
  const { version, hash } = playbook.identity;
  const choice = { playbook: { version, hash }, facts, route, next, directedTo, teams: TEAMS, now: NOW };
  return recordRouting(choice, say);
}

function withoutRouting(playbook: CompiledPlaybook): CompiledPlaybook {
  return { ...playbook, playbook: { ...playbook.playbook, routing: undefined } };
}

function person({ id, name }: Named, state: RosterAgent['state']): RosterAgent {
  const nothing = { reason: null, skills: [], languages: [], regions: [], hours: null, lastTookAt: null };
  return { id, name, role: 'agent', state, teams: [], load: 0, capacity: 3, ...nothing };
}
