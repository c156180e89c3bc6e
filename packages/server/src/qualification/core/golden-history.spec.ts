import { readFileSync } from 'node:fs';
import type { LogEvent } from '@baton/shared-types';
import { describe, expect, it } from 'vitest';
import { compiled, DEFAULT_PLAYBOOK, PlayedConversation } from '../../../test/play-visitor.js';
import { canonicalJson } from '../../kernel/digest.js';
import { replayDecision } from './replay.js';

const PLAYBOOK = compiled(DEFAULT_PLAYBOOK);
const HISTORY = new URL('./golden-history.jsonl', import.meta.url);

const LINES = [
  'Hi, do you integrate with Outlook?',
  'We need appointment reminders and a shared inbox for our clinics',
  'there would be 14 of us',
  'sorry, 40 of us',
  'I am Dana Whitfield, operations manager at Brightwell Vets',
  'dana@brightwellvets.example',
  'our budget is about 2,000 USD a month',
];

/** A change in what is decided shows here as a diff, to be reviewed and then accepted with `vitest -u`. */
describe('the golden history', () => {
  it('is what the rules decide today', { timeout: 60_000 }, async () => {
    const passages = [
      {
        title: 'Integrations',
        url: '/help/integrations',
        text: 'Calendars of Outlook and Google are synchronised in both directions.',
        score: 0.9,
      },
    ];
    const chat = new PlayedConversation(PLAYBOOK, { passages });
    for (const line of LINES) chat.say(line);
    const bytes = `${chat.log.map((event) => canonicalJson(event)).join('\n')}\n`;
    await expect(bytes).toMatchFileSnapshot('golden-history.jsonl');
  });

  it('replays to the bytes that are committed', { timeout: 60_000 }, () => {
    const log = readFileSync(HISTORY, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line): LogEvent => JSON.parse(line));
    const decisions = log.flatMap((event) =>
      event.type === 'decision.recorded' ? [event.data.decision] : [],
    );
    expect(decisions).toHaveLength(LINES.length);
    expect(decisions.map((decision) => decision.verdict)).toContain('qualified');
    for (const decision of decisions) {
      expect(canonicalJson(replayDecision(log, decision, PLAYBOOK))).toBe(canonicalJson(decision));
    }
  });
});
