import type { TurnId } from '@baton/shared-types';
import { describe, expect, it } from 'vitest';
import { ANA, givenState, id, said, systemEvent, VISITOR } from '../../../test/build-log.js';
import { ASSISTANT } from './events.js';
import { interruptSpeech } from './interrupt-speech.js';
import { changeOwner } from './ownership.js';

const speech = { messageId: id.message(7), turnId: id.turn, text: 'Shift planning costs', epoch: 0 };
const speaking = givenState({ speech });
const LATER_TURN = `trn_${'1'.repeat(26)}` as TurnId;
const takeover = changeOwner(speaking, { kind: 'agent', id: ANA.id, name: 'Ana' }, ANA);

describe('interruptSpeech', () => {
  it.each([
    ['a takeover', takeover],
    ['closing', systemEvent('conversation.closed', { by: 'visitor' })],
  ])('keeps what the visitor has read, marked as cut off and before %s', (_, cut) => {
    const events = interruptSpeech(speaking, [cut]);
    expect(events).toHaveLength(2);
    expect(events[0]).toMatchObject({
      type: 'message.sent',
      actor: { kind: 'assistant' },
      data: { messageId: id.message(7), text: 'Shift planning costs', interrupted: true, turnId: id.turn },
    });
    expect(events[1]).toBe(cut);
  });

  it('keeps it before the words of a later turn, and not for a notice that belongs to none', () => {
    const later = said(ASSISTANT, 8, 'To come back to that:', { turnId: LATER_TURN });
    const events = interruptSpeech(speaking, [later]);
    expect(events).toHaveLength(2);
    expect(events[0]).toMatchObject({ data: { messageId: id.message(7), interrupted: true } });
    const notice = said(ASSISTANT, 8, 'Nobody is free.', { turnId: null });
    expect(interruptSpeech(speaking, [notice])).toEqual([notice]);
  });

  it('adds nothing when the message is finished in the same append', () => {
    const events = [said(ASSISTANT, 7, 'Shift planning costs 4 euros.'), takeover];
    expect(interruptSpeech(speaking, events)).toBe(events);
  });

  it('adds nothing when nobody is cut off', () => {
    const events = [said(VISITOR, 8, 'and?')];
    expect(interruptSpeech(speaking, events)).toBe(events);
    expect(interruptSpeech(givenState(), [takeover])).toEqual([takeover]);
  });
});
