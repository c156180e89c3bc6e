import type {
  BundleSlotState,
  ChoiceRule,
  Classification,
  GateRuling,
  HandoffReason,
  Ineligible,
  ProvenanceSource,
  RoutePriority,
  SlotKey,
  Step,
  Verdict,
} from '@baton/shared-types';
import { joined, lowerFirst, upperFirst } from './phrases.js';

/** A slot as sentences may name it. */
export interface NamedSlot {
  readonly key: SlotKey;
  readonly label: string;
}

/** What handoffs say to agents, in English. Slots go by their keys, as in the bundles that have been recorded. */
export const englishWords = {
  actors: { visitor: 'visitor', assistant: 'assistant', system: 'system' },
  visitor: (digits: string) => `Visitor ${digits}`,
  gaps: {
    declined: 'The visitor was asked and would not say.',
    not_asked: 'Nobody has asked yet.',
    unclear: 'It was asked or mentioned, but no clear answer came.',
    conflicting: 'The visitor said two things that contradict each other.',
    withdrawn: 'The visitor took it back.',
  },
  summary: {
    who: (of: {
      readonly name: string | null;
      readonly role: string | null;
      readonly company: string | null;
      readonly country: string | null;
    }) => `${personOf(of)}${of.company ? ` at ${of.company}` : ''}${of.country ? ` (${of.country})` : ''}.`,
    purpose: (words: string) => `Wants it for: “${words}”.`,
    /** At least one of them is known; `people` is a number in words. */
    size: ({ people, tool }: { readonly people: string | null; readonly tool: string | null }) => {
      const team = people && `${people} ${people === '1' ? 'person' : 'people'} would use it`;
      return upperFirst(`${joined([team, tool && `they use ${tool} today`])}.`);
    },
    terms: ({ budget, timeline }: { readonly budget: string | null; readonly timeline: string | null }) =>
      upperFirst(`${joined([budget && `Budget: ${budget}`, timeline && `time frame: ${timeline}`])}.`),
    askedForPerson: 'Asked for a person.',
    complaint: (words: string) => `Has a complaint: “${words}”.`,
  },
  timeline: {
    began: (title: string) => `The conversation began${title ? ` on “${title}”` : ''}.`,
    firstWrote: 'The visitor wrote for the first time.',
    /** `because`: the rule's own words; null when no rule applies. */
    verdict: (verdict: Verdict, because: string | null) =>
      `Verdict: ${verdict?.replace('_', ' ') ?? 'none'}, because ${because === null ? 'no rule applies any more' : lowerFirst(because)}`,
    conflicted: ({ key }: NamedSlot) => `Two values of ${key} contradict each other.`,
    called: (reason: HandoffReason) => `A person was called: ${reason.replaceAll('_', ' ')}.`,
    declined: (who: string, reason: string | undefined) => `${who} declined${reason ? `: ${reason}` : '.'}`,
    promised: (when: string) => `Nobody could take it; the visitor was promised an answer by ${when}.`,
    nobody: 'Nobody could take it; the visitor was told.',
    accepted: (name: string) => `${name} took over.`,
    lost: (name: string, because: 'agent_gone' | 'agent_offline' | 'no_first_reply') =>
      `${name} was lost (${because.replaceAll('_', ' ')}); it waits again.`,
    transferred: (who: string, to: string) => `${who} passed it on to ${to}.`,
    returned: (who: string) => `${who} gave it back to the assistant.`,
    overridden: (who: string, what: string) => `${who}: ${lowerFirst(what)}`,
    closed: (by: 'visitor' | 'agent' | 'system') => `The conversation was closed by the ${by}.`,
  },
  overrides: {
    /** Values in words, null for none. */
    slot: ({ key }: NamedSlot, before: string | null, after: string | null) =>
      `Changed ${key} from ${quotedOrNothing(before)} to ${quotedOrNothing(after)}.`,
    classification: (before: Classification, after: Classification) =>
      `Classified the lead as ${classOf(after)}; it was ${classOf(before)}.`,
    route: (before: string | null, after: string) =>
      `Sent it to ${after}${before ? ` instead of ${before}` : ''}.`,
    paused: 'Switched the assistant off here.',
    resumed: 'Switched the assistant on again.',
    bargedIn: (from: string) => `Took it over from ${from}.`,
    decided: (name: string, reason: string) => `${name} decided so: ${reason}`,
    corrected: (name: string, reason: string) => `Corrected by ${name}: ${reason}`,
  },
  routing: {
    everybody: 'The playbook has no routing: everybody who is available is asked.',
    directed: (name: string) => `A person sent it to ${name}.`,
    routed: (of: {
      /** A team's name; null for everybody. */
      readonly team: string | null;
      readonly priority: RoutePriority;
      readonly rule: string;
      readonly because: string;
    }) => `Routed to ${of.team ?? 'everybody'} with ${of.priority} priority by “${of.rule}”: ${of.because}`,
    offered: (names: string, chose: ChoiceRule | null) =>
      `Offered to ${names}${chose ? ` (${CHOICE[chose]})` : ''}.`,
    nobody: 'Nobody could be asked; contact details are taken.',
    not: (name: string, because: readonly Ineligible[]) =>
      `Not ${name}: ${because.map((reason) => WHY_NOT[reason]).join(', ')}.`,
  },
  why: {
    slot: (label: string, state: BundleSlotState) => `${label} is ${state.replace('_', ' ')}.`,
    /** `proof`: quotations in brackets, or empty. */
    value: (of: {
      readonly isCurrent: boolean;
      readonly display: string;
      readonly source: ProvenanceSource;
      readonly percent: number;
      readonly reason: string;
      readonly proof: string;
    }) =>
      `${of.isCurrent ? 'Now' : 'Also said'}: ${of.display}, ${SOURCE[of.source]} with ${of.percent} % confidence: ${of.reason}${of.proof}`,
    changed: (who: string, what: string, reason: string) => `${who}: ${what} Reason: ${reason}`,
    quoted: (words: string) => `“${words}”`,
    noScore: 'There is no score yet.',
    score: (value: number, tier: string | null) =>
      `The score is ${value}${tier ? `, which is tier ${tier}` : ''}.`,
    points: (points: number, rule: string, because: string) => `${points} points by “${rule}”: ${because}`,
    verdict: (verdict: Verdict, because: string | null) =>
      `The verdict is ${verdict?.replace('_', ' ') ?? 'none'}${because ? `: ${because}` : '; no rule of the playbook applies.'}`,
    decidedBy: (rule: string | null, version: number) =>
      `The rule${rule === null ? 's' : ` “${rule}”`} of playbook version ${version} decided so after these messages.`,
    notRouted: 'It has not been routed yet.',
    wrote: (name: string) => `${name} wrote this.`,
    noDecision: 'No decision stands behind this message.',
    answers: 'It answers these messages.',
    gate: (outcome: GateRuling['outcome'], because: string) => `The safety gate said ${outcome}: ${because}`,
    plan: (of: {
      readonly plan: readonly Step[];
      readonly said: { readonly step: Step; readonly slot: NamedSlot | null } | null;
      readonly dropped: readonly string[];
    }) => {
      const about = of.said?.slot ? ` (${of.said.slot.key})` : '';
      const chosen = of.said ? `, and “${of.said.step}”${about} was said` : '';
      const left = of.dropped.length > 0 ? `; dropped: ${of.dropped.join(', ')}` : '';
      return `The plan was ${of.plan.join(', ') || 'to do nothing'}${chosen}${left}.`;
    },
    byModel: 'The model phrased it; the move was the rules’.',
    byPlaybook: 'The words are the playbook’s.',
    cites: (titles: readonly string[]) => `It quotes ${titles.map((title) => `“${title}”`).join(', ')}.`,
    cutOff: 'It was cut off.',
  },
};

const CHOICE: Readonly<Record<ChoiceRule, string>> = {
  least_busy: 'the least busy',
  longest_idle: 'idle for the longest time',
  sticky: 'spoke to this visitor last, or else the least busy',
};

const WHY_NOT: Readonly<Record<Ineligible, string>> = {
  not_in_team: 'not in the team',
  lacks_skill: 'lacks a skill',
  lacks_language: 'does not speak the language',
  other_region: 'works for another region',
  away: 'away',
  offline: 'offline',
  outside_hours: 'outside working hours',
  at_capacity: 'has as many chats as they take',
  already_asked: 'was asked before',
  declined: 'said no',
};

const SOURCE: Readonly<Record<ProvenanceSource, string>> = {
  rules: 'read by the rules',
  model: 'read by the model and checked',
  agent: 'set by an agent',
};

function personOf({ name, role }: { readonly name: string | null; readonly role: string | null }): string {
  if (!name) return role ?? 'Somebody';
  return role ? `${name}, ${role}` : name;
}

function quotedOrNothing(value: string | null): string {
  return value === null ? 'nothing' : `“${value}”`;
}

function classOf({ verdict, tier, intents }: Classification): string {
  const parts = [verdict?.replace('_', ' ') ?? 'no verdict', tier ? `tier ${tier}` : 'no tier'];
  return [...parts, intents.length > 0 ? intents.join(' and ').replaceAll('_', ' ') : 'no intent'].join(', ');
}
