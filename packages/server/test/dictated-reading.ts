import type { Budget, SlotCandidate, SlotKind, SlotValueByKind } from '@baton/shared-types';
import { NO_FLAGS } from '../src/qualification/core/memory/qualification-memory.js';
import type {
  ReadingContext,
  Understanding,
  VisitorFlags,
} from '../src/qualification/core/understanding/reading.js';
import { evidenceAt } from '../src/qualification/core/understanding/spans.js';

/** What one line is to be read as; everything that is left out is as in an empty line. */
export interface Dictated extends Partial<Omit<Understanding, 'flags' | 'candidates' | 'declined'>> {
  readonly flags?: Partial<VisitorFlags>;
  /** The values; the whole line is their evidence. */
  readonly values?: { readonly [K in SlotKind]?: SlotValueByKind[K] };
  readonly declined?: readonly SlotKind[];
}

/** Reads each turn as dictated for the text of its last line, so that decisions are tested apart from reading. */
export function dictate(
  lines: Readonly<Record<string, Dictated>>,
): (context: ReadingContext) => Understanding {
  return ({ messages, language }) => {
    const last = messages.at(-1);
    const dictated = last === undefined ? undefined : lines[last.text];
    const evidence = last === undefined ? [] : [evidenceAt(last, 0, last.text.length)];
    const { values = {}, flags = {}, declined = [], ...rest } = dictated ?? {};
    return {
      language,
      intents: [],
      urgency: 'normal',
      sentiment: 'neutral',
      asksQuestion: false,
      wishes: false,
      ...rest,
      flags: { ...NO_FLAGS, ...flags },
      candidates: Object.entries(values).map(
        ([kind, value]) =>
          ({
            kind: kind as SlotKind,
            value: value as string | Budget,
            evidence,
            confidence: 0.9,
            reason: 'Dictated.',
            corrects: false,
            source: 'rules',
          }) satisfies SlotCandidate,
      ),
      declined: declined.map((kind) => ({ kind, evidence })),
    };
  };
}

/** Lines that most tests need. */
export const LINES = {
  hello: { intents: ['small_talk'] },
  buy: { intents: ['sales'], values: { use_case: 'a shared inbox' } },
  forty: { values: { team_size: { min: 40, max: 40 } } },
  four: { values: { team_size: { min: 4, max: 4 } } },
  dana: { values: { name: 'Dana Winter' } },
  mail: { values: { email: 'dana@brightwell-dental.com' } },
  company: { values: { company: 'Brightwell Dental' } },
  no: { declined: ['use_case', 'team_size', 'name', 'email', 'company', 'timeline', 'budget', 'phone'] },
  'what does it cost?': { intents: ['sales'], asksQuestion: true },
  'it is broken': { intents: ['support'] },
  person: { intents: ['human_request'] },
  terrible: { intents: ['complaint'] },
  idiot: { intents: ['abuse'], flags: { abuse: true } },
  stop: { intents: ['opt_out'], flags: { optOut: true } },
  job: { intents: ['job_seeker'], flags: { jobSeeker: true } },
} as const satisfies Readonly<Record<string, Dictated>>;
