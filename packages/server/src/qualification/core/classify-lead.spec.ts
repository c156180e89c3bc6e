import type { AgentId } from '@baton/shared-types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compiled, DEFAULT_PLAYBOOK, numbered, PlayedConversation } from '../../../test/play-visitor.js';
import { newEvent, SYSTEM } from '../../conversations/index.js';
import { classifyLead } from './classify-lead.js';
import { englishWords } from './words/english-words.js';

const PLAYBOOK = compiled(DEFAULT_PLAYBOOK);
const { slots } = PLAYBOOK.playbook;

const LINES = [
  'Hello',
  'We need a shared inbox for our support team',
  '40 people',
  'dana.winter@brightwell-dental.com',
  'my email is lee at smallshop dot test',
  'call me on +49 30 901820',
  'I would rather not give my email',
  'my colleague Bob is at bob@other-company.com',
  'what does it cost?',
  'no, use d.winter@brightwell-dental.com instead',
  'please do not contact me any more',
  'can I talk to a person?',
  'you idiots',
  'we use Zendesk, write to info@brightwell-dental.com and not to me',
];

describe('the lead-loss ledger', () => {
  it('finds nothing that is neither captured, declined nor explained, in generated conversations', () => {
    const fates = new Map<string, number>();
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...LINES), { minLength: 1, maxLength: 8 }),
        fc.option(fc.nat(7)),
        fc.boolean(),
        (lines, takeoverAt, isClosed) => {
          const chat = new PlayedConversation(PLAYBOOK);
          for (const [index, line] of lines.entries()) {
            if (index === takeoverAt) takeOver(chat);
            if (takeoverAt !== null && index >= takeoverAt) chat.write(line);
            else chat.say(line);
          }
          if (isClosed) chat.append(newEvent('conversation.closed', SYSTEM, { by: 'visitor' }));
          const found = classifyLead(chat.log, slots, englishWords.ledger);
          if (found === null) return;
          fates.set(found.fate, (fates.get(found.fate) ?? 0) + 1);
          expect(found.words.length).toBeGreaterThan(0);
          expect(found.fate, JSON.stringify(lines)).not.toBe('lost');
        },
      ),
      { seed: 21, numRuns: 150 },
    );
    expect([...fates.keys()].sort()).toEqual(['captured', 'declined', 'explained']);
  }, 120_000);

  it('lists what was written and never dealt with, with the words', () => {
    const chat = new PlayedConversation(PLAYBOOK);
    chat.write('dana.winter@brightwell-dental.com');
    chat.append(newEvent('conversation.closed', SYSTEM, { by: 'system' }));
    expect(classifyLead(chat.log, slots, englishWords.ledger)).toEqual({
      fate: 'lost',
      because: 'A contact detail was written and nothing holds it.',
      words: [{ messageId: numbered('msg', 2), quote: 'dana.winter@brightwell-dental.com' }],
    });
  });

  it('has no line for a conversation without a contact detail', () => {
    const chat = new PlayedConversation(PLAYBOOK);
    chat.say('what does it cost?');
    expect(classifyLead(chat.log, slots, englishWords.ledger)).toBeNull();
  });
});

function takeOver(chat: PlayedConversation): void {
  const owner = { kind: 'agent', id: numbered('agt', 1) as AgentId, name: 'Mia' } as const;
  chat.append(newEvent('owner.changed', SYSTEM, { owner, epoch: 50 }));
}
