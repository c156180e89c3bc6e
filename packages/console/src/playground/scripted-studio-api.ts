import {
  type BackTestDifference,
  ERRORS,
  type GoldenConversation,
  type LeadOutcome,
  type PlaybookDraft,
  type PlaybookProblemAt,
} from '@baton/shared-types';
import { ApiError } from '../api/console-api.js';
import type { PlaybookShelf, PlaybookVersion, StudioApi } from '../api/studio-api.js';
import { fakeDecision } from './fake-decision.js';
import { fakeId } from './fake-ids.js';
import { SAMPLE_GOLDEN, SAMPLE_PLAYBOOK, SAMPLE_VOCABULARY } from './sample-playbook.js';

/** The studio's part of the API in memory: `!!` is an error, and less than `min >= 20` fails a golden conversation. */
export function createScriptedStudioApi(
  answer: <T>(value: () => T) => Promise<T>,
  isNew: boolean,
): StudioApi {
  const texts = new Map(VERSIONS.map(({ version }) => [version, textOf(version)]));
  let versions: readonly PlaybookVersion[] = isNew ? VERSIONS.slice(-1) : VERSIONS;
  let draft: PlaybookDraft | null = null;
  let golden: readonly GoldenConversation[] = isNew ? [] : SAMPLE_GOLDEN;

  const live = (): PlaybookShelf['current'] => {
    const [latest] = versions;
    if (!latest) throw new Error('no version');
    return { ...latest, yaml: texts.get(latest.version) ?? '' };
  };
  function publish(yaml: string, restoredFrom: number | null) {
    const version = live().version + 1;
    const hash = 'e4da3b7fbbce2345d7772b0674a318d5';
    const by = { publishedBy: fakeId('agt', 1), publishedAt: new Date().toISOString() };
    texts.set(version, yaml);
    versions = [{ id: fakeId('pbk', 1), version, hash, ...by, restoredFrom }, ...versions];
  }
  const resultsFor = (yaml: string) =>
    golden.map(({ name }, place) => {
      const passed = place > 0 || yaml.includes('min >= 20');
      const differences = passed ? [] : ['verdict: expected "qualified", but it is "needs_review"'];
      return { name, passed, differences };
    });

  return {
    getPlaybooks: () => answer(() => ({ current: live(), versions })),
    getPlaybookVersion: (wanted) =>
      answer(() => {
        const found = versions.find(({ version }) => version === wanted);
        if (!found) throw refusal('not_found', 404);
        return { ...found, yaml: texts.get(wanted) ?? '' };
      }),
    getVocabulary: () => answer(() => SAMPLE_VOCABULARY),
    getDraft: () =>
      answer(() => draft ?? { yaml: live().yaml, revision: 0, problems: problemsIn(live().yaml) }),
    saveDraft: (yaml, revision) =>
      answer(() => {
        draft = { yaml, revision: revision + 1, problems: problemsIn(yaml) };
        return draft;
      }),
    discardDraft: () =>
      answer(() => {
        draft = null;
      }),
    simulate: ({ lines }) =>
      answer(() =>
        lines.map((said, place) => ({
          said,
          reply: REPLIES[place % REPLIES.length] ?? null,
          decision: fakeDecision({
            step: place % 2 === 0 ? 'ask' : 'handoff',
            slot: 'team_size',
            at: 0,
            ...(place > 0
              ? { verdict: 'qualified' as const, because: 'A team of 20 or more with a clear use case.' }
              : {}),
            ...(place > 0 ? { handoff: 'qualified' as const } : {}),
            tier: place > 0 ? 'A' : 'C',
          }),
        })),
      ),
    listGolden: () => answer(() => golden),
    saveGolden: (conversations) =>
      answer(() => {
        golden = conversations;
      }),
    runGolden: (yaml) => answer(() => resultsFor(yaml)),
    backTest: (yaml, conversations) =>
      answer(() => {
        const differences = isNew || yaml === live().yaml ? [] : DIFFERENCES;
        const looked = isNew ? 0 : Math.min(conversations, 86);
        return { conversations: looked, unchanged: looked - differences.length, differences };
      }),
    publishPlaybook: (yaml) =>
      answer(() => {
        if (resultsFor(yaml).some(({ passed }) => !passed)) throw refusal('playbook_gate', 409);
        publish(yaml, null);
        draft = null;
      }),
    restorePlaybook: (version) => answer(() => publish(texts.get(version) ?? '', version)),
    getLeadLedger: (fate) =>
      answer(() => ({
        counts: isNew
          ? { lost: 0, captured: 0, declined: 0, explained: 0 }
          : { lost: 1, captured: 41, declined: 3, explained: 2 },
        entries:
          isNew || fate !== 'lost'
            ? []
            : [
                {
                  conversationId: fakeId('cnv', 5),
                  fate: 'lost',
                  because: 'A contact detail was written and nothing holds it.',
                  words: [
                    { messageId: fakeId('msg', 1), quote: 'write to max (at) lindner-bau (dot) example' },
                  ],
                  lastAt: '2026-11-14T10:22:00.000Z',
                },
              ],
      })),
  };
}

function refusal(code: 'not_found' | 'playbook_gate', status: number): ApiError {
  return new ApiError({ code, message: ERRORS[code].message }, status);
}

function problemsIn(yaml: string): readonly PlaybookProblemAt[] {
  return yaml.split('\n').flatMap((text, place) => {
    const column = text.indexOf('!!');
    if (column < 0) return [];
    const message = 'this is not a value that a playbook can hold';
    return [{ line: place + 1, column: column + 1, path: text.trim().split(':')[0] ?? '', message }];
  });
}

const REPLIES = [
  'Happy to help. How many people would use it?',
  'Thank you. I am asking a colleague to join who knows everything you have told me.',
];

const VERSIONS: readonly PlaybookVersion[] = [4, 3, 2, 1].map((version) => ({
  id: fakeId('pbk', 1),
  version,
  hash: `${version}1946ac92492d2347c6235b4d2611184`,
  publishedAt: `2026-11-${10 + version}T09:2${version}:00.000Z`,
  publishedBy: version === 1 ? null : fakeId('agt', version === 3 ? 3 : 1),
  restoredFrom: version === 4 ? 2 : null,
}));

function textOf(version: number): string {
  if (version === 1)
    return SAMPLE_PLAYBOOK.replace('min >= 20', 'min >= 50').replace('turns: 40', 'turns: 25');
  return version === 3 ? SAMPLE_PLAYBOOK.replace('turns: 40', 'turns: 60') : SAMPLE_PLAYBOOK;
}

function outcome(verdict: LeadOutcome['verdict'], value: number, tier: LeadOutcome['tier']): LeadOutcome {
  return {
    verdict,
    verdictBecause:
      verdict === 'qualified'
        ? 'A team of 20 or more with a clear use case and a business address.'
        : 'A lead that somebody should look at.',
    handoffs: verdict === 'qualified' ? ['qualified'] : [],
    score: { value, parts: [], basis: 'rule_based_fallback', reasons: [] },
    tier,
  };
}

const DIFFERENCES: readonly BackTestDifference[] = [
  {
    conversationId: fakeId('cnv', 3),
    changed: ['verdict', 'route'],
    before: outcome('qualified', 0.82, 'A'),
    after: outcome('needs_review', 0.82, 'A'),
  },
  {
    conversationId: fakeId('cnv', 7),
    changed: ['score'],
    before: outcome('needs_review', 0.58, 'C'),
    after: outcome('needs_review', 0.64, 'B'),
  },
];
