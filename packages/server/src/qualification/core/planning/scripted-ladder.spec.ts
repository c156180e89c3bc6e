import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Dictated, dictate, LINES } from '../../../../test/dictated-reading.js';
import { compiled, DEFAULT_PLAYBOOK, PlayedConversation } from '../../../../test/play-visitor.js';

const PLAYBOOK = compiled(DEFAULT_PLAYBOOK);
const NAMES = Object.keys(LINES) as (keyof typeof LINES)[];

describe('the scripted ladder with the planner off', () => {
  it('reaches the same verdicts as the planner, whatever the visitor writes', { timeout: 60_000 }, () => {
    const lines: Readonly<Record<string, Dictated>> = LINES;
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...NAMES), { maxLength: 12 }), (script) => {
        const verdicts = (['on', 'off'] as const).map((planner) => {
          const chat = new PlayedConversation(PLAYBOOK, { planner, understand: dictate(lines) });
          for (const line of script) chat.say(line);
          return chat.records.map(({ verdict, handoff }) => ({ verdict, handoff }));
        });
        expect(verdicts[0]).toEqual(verdicts[1]);
      }),
      { seed: 11, numRuns: 60 },
    );
  });
});

describe('any conversation', () => {
  it('is asked at most one question per reply, and never for what is known or declined', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...NAMES), { maxLength: 15 }), (script) => {
        const chat = new PlayedConversation(PLAYBOOK, { understand: dictate(LINES) });
        for (const line of script) {
          const reply = chat.say(line) ?? '';
          const asked = PLAYBOOK.playbook.slots.filter((slot) => reply.includes(slot.ask.en));
          expect(asked.length).toBeLessThanOrEqual(1);
          for (const slot of asked) {
            const state = slotState(chat, slot.key);
            expect(['empty', 'declined', 'confirmed']).toContain(state);
            expect(state).toBe('empty');
          }
        }
      }),
      { seed: 12, numRuns: 80 },
    );
  });
});

function slotState(chat: PlayedConversation, key: string): string {
  const states = chat.log.flatMap((event) =>
    'slot' in event.data && event.data.slot.key === key ? [event.data.slot.state] : [],
  );
  return states.at(-1) ?? 'empty';
}
