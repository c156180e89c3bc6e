import type {
  BundleSlotState,
  ChoiceRule,
  Classification,
  GateRuling,
  HandoffReason,
  Ineligible,
  Intent,
  ProvenanceSource,
  RoutePriority,
  Step,
  Verdict,
} from '@baton/shared-types';
import { STEPS } from '@baton/shared-types';
import { displayNumber } from '../../../qualification/core/index.js';
import type { englishWords } from './english-words.js';
import { joined, upperFirst } from './phrases.js';

/** What handoffs say to agents, in German. Slots go by the labels that the playbook gives them. */
export const germanWords: typeof englishWords = {
  actors: { visitor: 'Besucher', assistant: 'Assistent', system: 'System' },
  visitor: (digits) => `Besucher ${digits}`,
  gaps: {
    declined: 'Der Besucher wurde gefragt und wollte es nicht sagen.',
    not_asked: 'Danach hat noch niemand gefragt.',
    unclear: 'Es wurde danach gefragt oder davon gesprochen, aber eine klare Antwort kam nicht.',
    conflicting: 'Der Besucher hat zweierlei gesagt, das sich widerspricht.',
    withdrawn: 'Der Besucher hat die Angabe zurückgenommen.',
  },
  summary: {
    who: (of) =>
      `${personOf(of)}${of.company ? ` bei ${of.company}` : ''}${of.country ? ` (${of.country})` : ''}.`,
    purpose: (words) => `Anliegen: „${words}“.`,
    size: ({ people, tool }) => {
      const team =
        people && `${people} ${people === '1' ? 'Person würde' : 'Personen würden'} damit arbeiten`;
      return upperFirst(`${joined([team, tool && `heute im Einsatz: ${tool}`])}.`);
    },
    terms: ({ budget, timeline }) =>
      `${joined([budget && `Budget: ${budget}`, timeline && `Zeitraum: ${timeline}`])}.`,
    askedForPerson: 'Hat um einen Menschen gebeten.',
    complaint: (words) => `Hat sich beschwert: „${words}“.`,
  },
  timeline: {
    began: (title) => `Die Unterhaltung begann${title ? ` auf „${title}“` : ''}.`,
    firstWrote: 'Der Besucher schrieb zum ersten Mal.',
    // The reason is a sentence of its own: a German one cannot begin small, its first word may be a noun.
    verdict: (verdict, because) =>
      `Urteil: ${verdictOf(verdict)}. ${because ?? 'Es trifft keine Regel mehr zu.'}`,
    conflicted: ({ label }) => `Zwei Angaben zu „${label}“ widersprechen sich.`,
    called: (reason) => `Ein Mensch wurde gerufen: ${CALL[reason]}.`,
    declined: (who, reason) => `${who} hat abgelehnt${reason ? `: ${reason}` : '.'}`,
    promised: (when) => `Niemand konnte übernehmen; dem Besucher wurde eine Antwort bis ${when} zugesagt.`,
    nobody: 'Niemand konnte übernehmen; der Besucher weiß es.',
    accepted: (name) => `${name} hat übernommen.`,
    lost: (name, because) => `${name} ist ausgefallen (${LOST[because]}); die Unterhaltung wartet wieder.`,
    transferred: (who, to) => `${who} hat die Unterhaltung an ${to} weitergegeben.`,
    returned: (who) => `${who} hat die Unterhaltung an den Assistenten zurückgegeben.`,
    overridden: (who, what) => `${who}: ${what}`,
    closed: (by) => `Die Unterhaltung wurde ${CLOSED_BY[by]} geschlossen.`,
  },
  overrides: {
    slot: ({ label }, before, after) => {
      if (after === null) return `${label} entfernt${before === null ? '' : `; vorher „${before}“`}.`;
      return before === null
        ? `${label} eingetragen: „${after}“.`
        : `${label} von „${before}“ auf „${after}“ geändert.`;
    },
    classification: (before, after) =>
      `Den Lead neu beurteilt: ${classOf(after)}; vorher: ${classOf(before)}.`,
    route: (before, after) => `An ${after}${before ? ` statt an ${before}` : ''} geleitet.`,
    paused: 'Den Assistenten hier ausgeschaltet.',
    resumed: 'Den Assistenten wieder eingeschaltet.',
    bargedIn: (from) => `Die Unterhaltung von ${from} übernommen.`,
    decided: (name, reason) => `${name} hat so entschieden: ${reason}`,
    corrected: (name, reason) => `Berichtigt von ${name}: ${reason}`,
  },
  routing: {
    everybody: 'Das Playbook regelt nicht, wer gefragt wird: Gefragt werden alle, die verfügbar sind.',
    directed: (name) => `Ein Mensch hat es an ${name} geleitet.`,
    routed: ({ team, priority, rule, because }) =>
      `Nach „${rule}“ mit ${PRIORITY[priority]} Priorität an ${team ?? 'alle'} geleitet: ${because}`,
    offered: (names, chose) => `Angeboten: ${names}${chose ? ` (${CHOICE[chose]})` : ''}.`,
    nobody: 'Niemand konnte gefragt werden; es wird nach Kontaktdaten gefragt.',
    not: (name, because) => `Nicht ${name}: ${because.map((reason) => WHY_NOT[reason]).join(', ')}.`,
  },
  why: {
    slot: (label, state) => `${label}: ${STATE[state]}.`,
    value: ({ isCurrent, display, source, percent, reason, proof }) =>
      `${isCurrent ? 'Jetzt' : 'Auch gesagt'}: ${display}, ${SOURCE[source]}, zu ${percent} % sicher: ${reason}${proof}`,
    changed: (who, what, reason) => `${who}: ${what} Grund: ${reason}`,
    quoted: (words) => `„${words}“`,
    noScore: 'Es gibt noch keinen Punktwert.',
    score: (value, tier) =>
      `Der Punktwert ist ${displayNumber(value, 'de')}${tier ? `, das ist Stufe ${tier}` : ''}.`,
    points: (points, rule, because) =>
      `${displayNumber(points, 'de')} ${points === 1 ? 'Punkt' : 'Punkte'} nach „${rule}“: ${because}`,
    verdict: (verdict, because) =>
      `Urteil: ${verdictOf(verdict)}. ${because ?? 'Keine Regel des Playbooks trifft zu.'}`,
    decidedBy: (rule, version) =>
      rule === null
        ? `Die Regeln der Playbook-Version ${version} haben nach diesen Nachrichten so entschieden.`
        : `Die Regel „${rule}“ der Playbook-Version ${version} hat nach diesen Nachrichten so entschieden.`,
    notRouted: 'Es wurde noch nicht zugewiesen.',
    wrote: (name) => `${name} hat das geschrieben.`,
    noDecision: 'Hinter dieser Nachricht steht keine Entscheidung.',
    answers: 'Sie antwortet auf diese Nachrichten.',
    gate: (outcome, because) => `Die Sicherheitsprüfung ${GATE[outcome]}: ${because}`,
    plan: ({ plan, said, dropped }) => {
      const about = said?.slot ? ` (${said.slot.label})` : '';
      const chosen = said ? `; gesagt wurde: ${STEP[said.step]}${about}` : '';
      const left = dropped.length > 0 ? `; verworfen: ${dropped.map(stepOrAsProposed).join(', ')}` : '';
      return `Geplant war: ${plan.map((step) => STEP[step]).join(', ') || 'nichts'}${chosen}${left}.`;
    },
    byModel: 'Formuliert hat sie das Modell; was zu tun war, entschieden die Regeln.',
    byPlaybook: 'Die Worte stammen aus dem Playbook.',
    cites: (titles) => `Sie zitiert ${titles.map((title) => `„${title}“`).join(', ')}.`,
    cutOff: 'Sie wurde abgebrochen.',
  },
};

const VERDICT: Readonly<Record<Exclude<Verdict, null>, string>> = {
  qualified: 'qualifiziert',
  needs_review: 'zu prüfen',
  disqualified: 'nicht qualifiziert',
};

const CALL: Readonly<Record<HandoffReason, string>> = {
  qualified: 'Der Lead ist qualifiziert',
  human_request: 'Der Besucher hat darum gebeten',
  complaint: 'Der Besucher hat sich beschwert',
  automation_paused: 'Der Assistent ist pausiert',
};

const LOST = {
  agent_gone: 'Verbindung verloren',
  agent_offline: 'abgemeldet',
  no_first_reply: 'keine erste Antwort',
} as const;

const CLOSED_BY = { visitor: 'vom Besucher', agent: 'von einem Agenten', system: 'vom System' } as const;

const INTENT: Readonly<Record<Intent, string>> = {
  sales: 'Kauf',
  support: 'Hilfe',
  human_request: 'Wunsch nach einem Menschen',
  complaint: 'Beschwerde',
  spam: 'Spam',
  opt_out: 'Abmeldung',
  job_seeker: 'Arbeitssuche',
  partner_or_vendor: 'Partner oder Anbieter',
  small_talk: 'Plauderei',
  abuse: 'Beschimpfung',
};

const PRIORITY: Readonly<Record<RoutePriority, string>> = {
  urgent: 'dringender',
  high: 'hoher',
  normal: 'normaler',
  low: 'niedriger',
};

const CHOICE: Readonly<Record<ChoiceRule, string>> = {
  least_busy: 'hat am wenigsten zu tun',
  longest_idle: 'ist am längsten frei',
  sticky: 'sprach zuletzt mit diesem Besucher, oder hat am wenigsten zu tun',
};

const WHY_NOT: Readonly<Record<Ineligible, string>> = {
  not_in_team: 'nicht im Team',
  lacks_skill: 'eine Fähigkeit fehlt',
  lacks_language: 'spricht die Sprache nicht',
  other_region: 'andere Region',
  away: 'abwesend',
  offline: 'offline',
  outside_hours: 'außerhalb der Arbeitszeit',
  at_capacity: 'hat genug Chats',
  already_asked: 'wurde schon gefragt',
  declined: 'hat abgelehnt',
};

const STATE: Readonly<Record<BundleSlotState, string>> = {
  filled: 'bekannt',
  declined: 'abgelehnt',
  not_asked: 'nicht gefragt',
  unclear: 'unklar',
  conflicting: 'widersprüchlich',
  withdrawn: 'zurückgezogen',
};

const SOURCE: Readonly<Record<ProvenanceSource, string>> = {
  rules: 'von den Regeln gelesen',
  model: 'vom Modell gelesen und geprüft',
  agent: 'von einem Agenten gesetzt',
};

const GATE: Readonly<Record<GateRuling['outcome'], string>> = {
  pass: 'ließ den Zug zu',
  restrict: 'ließ den Zug eingeschränkt zu',
  stop: 'hielt den Zug an',
};

const STEP: Readonly<Record<Step, string>> = {
  answer: 'antworten',
  ask: 'fragen',
  confirm: 'um Bestätigung bitten',
  lookup: 'nachsehen',
  qualify: 'qualifizieren',
  analyze_opportunity: 'die Chance bewerten',
  offer_meeting: 'einen Termin anbieten',
  compose: 'formulieren',
  handoff: 'einen Menschen rufen',
  disqualify: 'ablehnen',
  close: 'schließen',
  skip: 'schweigen',
};

/** What a planner proposes need not be a step. */
function stepOrAsProposed(proposed: string): string {
  const step = STEPS.find((each) => each === proposed);
  return step ? STEP[step] : proposed;
}

function personOf({ name, role }: { readonly name: string | null; readonly role: string | null }): string {
  if (!name) return role ?? 'Jemand';
  return role ? `${name}, ${role}` : name;
}

function verdictOf(verdict: Verdict): string {
  return verdict === null ? 'keines' : VERDICT[verdict];
}

function classOf({ verdict, tier, intents }: Classification): string {
  return [
    verdict === null ? 'kein Urteil' : VERDICT[verdict],
    tier ? `Stufe ${tier}` : 'keine Stufe',
    intents.map((intent) => INTENT[intent]).join(' und ') || 'kein Anliegen',
  ].join(', ');
}
