import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { LogEvent } from '@baton/shared-types';
import { describe, expect, it } from 'vitest';
import { NO_FACT } from '../../../test/no-fact.js';
import {
  compiled,
  PlayedConversation,
  type PlayedModel,
  type PlayOptions,
} from '../../../test/play-visitor.js';
import { canonicalJson } from '../../kernel/digest.js';
import { replayDecision } from './replay.js';
import type { ModelFact } from './verify-model-facts.js';

/**
 * Conversations as earlier builds decided them. The files are never written again: a build that decides one of them
 * otherwise has changed what replay promises. New ones are recorded with `RECORD_HISTORIES=1`, beside the old.
 */
const FOLDER = fileURLToPath(new URL('./golden-histories/', import.meta.url));
/** Names the playbook's version that the newest histories were made with; older ones name theirs. */
const VERSION = 'v2';

const QUOTES: readonly ModelFact[] = [
  fact({
    kind: 'use_case',
    quote: 'nobody knows who rings whom back',
    text: 'nobody knows who rings whom back',
  }),
  fact({ kind: 'role', quote: 'look after the desk', text: 'look after the desk' }),
  fact({ kind: 'company', quote: 'Umbrella Corp', text: 'Umbrella Corp' }),
];
const MODEL: PlayedModel = {
  reply: () => 'That sounds like a busy desk. It costs 3 USD.',
  facts: () => QUOTES,
};
const PASSAGE = {
  title: 'Prices',
  url: '/help/prices',
  text: 'Plans start at 20 USD per seat and month. A trial of 14 days is free.',
  score: 0.8,
};

const HISTORIES: Readonly<
  Record<string, { readonly options?: PlayOptions; readonly lines: readonly string[] }>
> = {
  german: {
    options: { locale: 'de' },
    lines: [
      'Guten Tag, wir suchen eine Terminplanung für unsere Werkstätten',
      '35 Leute',
      'Hauke Detlefsen',
      'hauke@kuestenrad.example',
      'ab März, Budget etwa 900 Euro im Monat',
    ],
  },
  french: {
    options: { locale: 'fr' },
    lines: [
      'Bonjour, nous cherchons un outil pour les rendez-vous de nos cliniques',
      'une vingtaine',
      'Camille Roux',
      '600 000 FCFA par mois',
      'camille@cliniques-roux.example',
    ],
  },
  'model-candidates': {
    options: { model: MODEL },
    lines: [
      'Hello',
      'well, at our place nobody knows who rings whom back',
      'I look after the desk',
      '14 of us',
      'dana@brightwellvets.example',
    ],
  },
  corrections: {
    lines: [
      'We need a shared inbox for our clinics',
      '40 of us',
      'Sorry, I got that wrong: 14',
      'or wait, more like 60',
      '60 it is',
      'dana@brightwellvets.example, no, dana.w@brightwellvets.example',
    ],
  },
  contradiction: {
    lines: [
      'We need a shared inbox for our clinics',
      '20 people',
      'about 200 of us would use it',
      '200',
      'kit@loomworks.example',
    ],
  },
  'human-request': {
    lines: [
      'Hi',
      'can I talk to a person please',
      'Dana Whitfield',
      'dana@brightwellvets.example',
      'still there?',
    ],
  },
  refusals: {
    lines: [
      'We want booking reminders for 30 people',
      "I'd rather not say",
      'no email either',
      'no phone, sorry',
      'I do not know yet',
      'please stop writing to me',
      'hello?',
    ],
  },
  complaint: {
    lines: ['Your technician never showed up, this is ridiculous', 'Kit Marlow', 'kit@loomworks.example'],
  },
  'answers-with-sources': {
    options: { passages: [PASSAGE] },
    lines: [
      'What does it cost?',
      'is there a trial?',
      'for support tickets',
      '12 agents',
      'kit@loomworks.example',
    ],
  },
  'planner-off': {
    options: { planner: 'off' },
    lines: ['asap please, we need a rota tool for our nurses', '25 nurses', 'Ada Okafor', '+44 20 7946 0233'],
  },
  paused: {
    options: { veto: { automationPaused: true } },
    lines: ['Hello', 'We are 40 people and need appointment reminders', 'dana@brightwellvets.example'],
  },
};

describe('histories of earlier builds', { timeout: 60_000 }, () => {
  if (process.env['RECORD_HISTORIES'] !== undefined) {
    it.each(Object.entries(HISTORIES))('records %s where there is none', (name, { options, lines }) => {
      const path = `${FOLDER}${VERSION}-${name}.jsonl`;
      if (existsSync(path)) return;
      const chat = new PlayedConversation(playbookOf(VERSION), options);
      for (const line of lines) chat.say(line);
      writeFileSync(path, `${chat.log.map((event) => canonicalJson(event)).join('\n')}\n`);
    });
  }

  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.jsonl'));

  it('are all there', () => {
    for (const name of Object.keys(HISTORIES)) expect(files).toContain(`${VERSION}-${name}.jsonl`);
  });

  it.each(files)('%s replays to the bytes that are committed', (file) => {
    const log = readFileSync(FOLDER + file, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line): LogEvent => JSON.parse(line));
    const playbook = playbookOf(file.split('-')[0] ?? '');
    const decided = log.flatMap((event, at) => (event.type === 'decision.recorded' ? [at] : []));
    expect(decided.length).toBeGreaterThan(1);
    for (const at of decided) {
      const event = log[at];
      if (event?.type !== 'decision.recorded') continue;
      const { decision } = event.data;
      expect(canonicalJson(replayDecision(log.slice(0, at), decision, playbook))).toBe(
        canonicalJson(decision),
      );
    }
  });

  it('hold what a model claimed, a correction, a conflict, a refusal and every reason to call a person', () => {
    const all = files.map((file) => readFileSync(FOLDER + file, 'utf8')).join('\n');
    const signs = [
      '"source":"model"',
      '"type":"slot.corrected"',
      '"type":"slot.conflicted"',
      '"type":"slot.declined"',
      '"handoff":"human_request"',
      '"handoff":"complaint"',
      '"handoff":"qualified"',
      '"language":"fr"',
      '"outcome":"stop"',
    ];
    expect(signs.filter((sign) => !all.includes(sign))).toEqual([]);
  });
});

function playbookOf(version: string) {
  return compiled(
    readFileSync(new URL(`../../../playbooks/baselines/${version}/playbook.yaml`, import.meta.url), 'utf8'),
  );
}

function fact(given: Pick<ModelFact, 'kind' | 'quote' | 'text'>): ModelFact {
  return { ...NO_FACT, ...given };
}
