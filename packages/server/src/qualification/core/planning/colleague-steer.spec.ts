import type { Steer } from '@baton/shared-types';
import { describe, expect, it } from 'vitest';
import { ANA } from '../../../../test/build-log.js';
import { compiled, DEFAULT_PLAYBOOK, PlayedConversation } from '../../../../test/play-visitor.js';
import { newEvent } from '../../../conversations/index.js';
import { replyPrompt } from '../../prompts/reply-prompt.js';
import { wholeLog } from '../turn-log.js';

const PLAYBOOK = compiled(DEFAULT_PLAYBOOK);
const OPENING = 'We need shift planning for 40 people';

/** What the assistant asks about in its first turns, given back with that steer after the first one. */
function askedAbout(steer: Steer | null, lines: readonly string[]): readonly (string | null)[] {
  const chat = new PlayedConversation(PLAYBOOK);
  chat.say(OPENING);
  if (steer) chat.append(newEvent('note.added', ANA, { kind: 'instructions', text: 'As agreed', steer }));
  for (const line of lines) chat.say(line);
  return chat.log
    .filter((event) => event.type === 'message.sent' && event.actor.kind === 'assistant')
    .map((event) => (event.type === 'message.sent' ? event.data.asks : null));
}

describe('a chat that a colleague has given back', () => {
  const lines = ['Okay, go on', 'I see'];
  const usual = askedAbout(null, lines);

  it('asks first what they want to know, once', () => {
    const [, second, third] = askedAbout({ ask: ['budget'], avoid: [] }, lines);
    expect(usual.slice(0, 3)).not.toContain('budget');
    expect(second).toBe('budget');
    expect(third).not.toBe('budget');
  });

  it('never asks what they have ruled out', () => {
    const avoid = usual.flatMap((key, index) => (index > 0 && key !== null ? [key] : []));
    expect(avoid.length).toBeGreaterThan(0);
    for (const key of askedAbout({ ask: [], avoid }, [...lines, 'And now?']).slice(1))
      expect(avoid).not.toContain(key);
  });

  it('does not ask what is known already', () => {
    expect(askedAbout({ ask: ['team_size'], avoid: [] }, lines).slice(1)).not.toContain('team_size');
  });

  it('tells the model what they said, without the contact details, and nothing when they said nothing', () => {
    const chat = new PlayedConversation(PLAYBOOK);
    chat.say(OPENING);
    const move = chat.records[0]?.move;
    if (!move) throw new Error('no move');
    const prompt = () =>
      JSON.stringify(
        replyPrompt({ log: wholeLog(chat.log), move, body: move.sentences, passages: [], language: 'en' }),
      );
    expect(prompt()).not.toContain('from_colleague');
    const text = 'Be brief, she is on a train; kim@lakeside.example';
    chat.append(newEvent('note.added', ANA, { kind: 'instructions', text }));
    chat.append(newEvent('note.added', ANA, { kind: 'whisper', text: 'Odd fellow' }));
    expect(prompt()).toContain('from_colleague');
    expect(prompt()).toContain('Be brief, she is on a train');
    expect(prompt()).not.toContain('kim@lakeside.example');
    expect(prompt()).not.toContain('Odd fellow');
  });
});
