import { readFileSync } from 'node:fs';
import type { ConversationId, DecisionRecord, DeskLanguage, LogEvent, VisitorId } from '@baton/shared-types';
import { describe, expect, it } from 'vitest';
import { goldenChats } from '../../../test/golden-chats.js';
import { compiled, DEFAULT_PLAYBOOK, numbered } from '../../../test/play-visitor.js';
import { playHandoff, viewOf } from '../../../test/played-handoffs.js';
import { adaptPlaybook } from '../../demo/adapt-playbook.js';
import { classifyLead } from '../../qualification/core/classify-lead.js';
import { englishWords as englishQualification } from '../../qualification/core/words/english-words.js';
import { germanWords as germanQualification } from '../../qualification/core/words/german-words.js';
import { buildBundle } from './build-bundle.js';
import { explain, type Subject } from './explain.js';
import { type Desk, deskOf, handoffWords } from './words/desk.js';

const GERMAN = readFileSync(new URL('../../../demo/alpenrad/playbook.yaml', import.meta.url), 'utf8');
const PLAYBOOKS = {
  en: compiled(DEFAULT_PLAYBOOK),
  de: compiled(adaptPlaybook(DEFAULT_PLAYBOOK, GERMAN)),
} as const;
const QUALIFICATION = { en: englishQualification, de: germanQualification } as const;

/** Sentences that may hold nothing but names and numbers, and then read the same in both languages. */
const NAMES_ONLY = ['summary.who', 'summary.terms'];

interface Told {
  /** What the tables said, by the path of the word. */
  readonly said: ReadonlyMap<string, ReadonlySet<string>>;
  /** Everything that agents can read: bundles, explanations, the ledger's lines, decisions. */
  readonly read: ReadonlySet<string>;
}

const told = { en: playAll('en'), de: playAll('de') } as const;

describe('what agents of a company read', () => {
  it.each([
    ['en', 'de'],
    ['de', 'en'],
  ] as const)('in %s holds no sentence of the table for %s', (own, other) => {
    const foreign = [...told[other].said]
      .filter(([path]) => !NAMES_ONLY.includes(path))
      .flatMap(([, sentences]) => [...sentences])
      .filter((sentence) => sentence.includes(' '));
    expect(foreign.length).toBeGreaterThan(400);
    const all = [...told[own].read].join('\n');
    expect(foreign.filter((sentence) => all.includes(sentence))).toEqual([]);
  });

  it('is said in every one of the words: none escapes the check above', () => {
    const words = [...pathsOf(handoffWords('en'))];
    expect(words.length).toBeGreaterThan(50);
    expect(words.filter((path) => !told.en.said.has(path))).toEqual([]);
    expect(words.filter((path) => !told.de.said.has(path))).toEqual([]);
  });

  it.each(['en', 'de'] as const)('has its reasons from the table of %s', (language) => {
    const texts = new Set(textsIn(QUALIFICATION[language]));
    const reasons = told[language].said.get('qualification') ?? new Set();
    expect(reasons.size).toBeGreaterThan(40);
    const known = [...reasons].filter((reason) => texts.has(reason));
    expect(known.length).toBeGreaterThan(reasons.size / 2);
  });

  it('translates every sentence that has no gap to be filled', () => {
    const english = [...textsIn(englishQualification), ...textsIn(handoffWords('en'))];
    const german = new Set([...textsIn(germanQualification), ...textsIn(handoffWords('de'))]);
    expect(english.length).toBeGreaterThan(90);
    expect(english.filter((text) => text.includes(' ') && german.has(text))).toEqual([]);
  });
});

/** Every golden chat, its handoff and what can be asked about it, in one language. */
function playAll(language: DeskLanguage): Told {
  const said = new Map<string, Set<string>>();
  const read = new Set<string>();
  const playbook = PLAYBOOKS[language];
  const note = (path: string, text: string) => {
    const sentences = said.get(path) ?? new Set();
    said.set(path, sentences.add(text));
  };
  const desk: Desk = { ...deskOf(playbook.playbook), words: listenTo(handoffWords(language), note) };
  for (const chat of goldenChats()) {
    const log = playHandoff(chat, playbook, desk);
    for (const text of serverTexts(log)) {
      note('qualification', text);
      read.add(text);
    }
    // Whether anything came after it is what a bundle is about: early ones say other things than late ones.
    for (const part of [log.slice(0, 1), log.slice(0, log.length / 2), log]) {
      const bundle = bundleOf(part, playbook, desk);
      const { suggestedReply: _reply, nextQuestions: _questions, ...told } = bundle;
      const view = viewOf(part);
      for (const text of textsIn(told)) read.add(text);
      for (const subject of subjectsOf(part, bundle))
        for (const { text } of explain({ view, bundle, desk }, subject)?.sentences ?? []) read.add(text);
    }
    const lead = classifyLead(log, playbook.playbook.slots, QUALIFICATION[language].ledger);
    if (lead) {
      note('qualification', lead.because);
      read.add(lead.because);
    }
  }
  return { said, read };
}

function bundleOf(log: readonly LogEvent[], playbook: (typeof PLAYBOOKS)['en'], desk: Desk) {
  return buildBundle({
    conversationId: numbered('cnv', 1) as ConversationId,
    log,
    visitorId: numbered('vis', 1) as VisitorId,
    playbook: playbook.playbook,
    identity: playbook.identity,
    desk,
  });
}

function subjectsOf(log: readonly LogEvent[], { slots }: ReturnType<typeof buildBundle>): readonly Subject[] {
  return [
    { kind: 'score' },
    { kind: 'verdict' },
    { kind: 'route' },
    ...slots.map(({ key }) => ({ kind: 'slot', key }) as const),
    ...viewOf(log).messages.map(({ messageId }) => ({ kind: 'reply', messageId }) as const),
  ];
}

/** The reasons that qualification has written into the log. */
function serverTexts(log: readonly LogEvent[]): readonly string[] {
  return log.flatMap((event) => {
    if ('slot' in event.data) return event.data.slot.current?.reason ?? [];
    return event.type === 'decision.recorded' ? reasonsOf(event.data.decision) : [];
  });
}

function reasonsOf({ gate, qualify, opportunity, inputs }: DecisionRecord): readonly string[] {
  const judged = [qualify, opportunity];
  return [
    gate.because,
    ...judged.map(({ reason }) => reason),
    ...judged.flatMap(({ reasons }) => reasons.map(({ because }) => because)),
    ...(inputs.reading?.candidates.map(({ reason }) => reason) ?? []),
  ];
}

/** The same words; `hear` is told what each of them says. */
function listenTo<T extends object>(words: T, hear: (path: string, text: string) => void, at = ''): T {
  return new Proxy(words, {
    get(target, name, self) {
      const word: unknown = Reflect.get(target, name, self);
      const path = at + String(name);
      if (typeof word === 'string') hear(path, word);
      if (typeof word === 'object' && word !== null) return listenTo(word, hear, `${path}.`);
      if (typeof word !== 'function') return word;
      return (...given: readonly unknown[]) => {
        const text: unknown = Reflect.apply(word, target, given);
        hear(path, String(text));
        return text;
      };
    },
  });
}

function* pathsOf(words: object, at = ''): Generator<string> {
  for (const [name, word] of Object.entries(words)) {
    if (typeof word === 'object' && word !== null) yield* pathsOf(word, `${at}${name}.`);
    else yield at + name;
  }
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}
