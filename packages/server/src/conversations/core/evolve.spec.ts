import { describe, expect, it } from 'vitest';
import { ANA, givenState, id, said, stored, systemEvent, VISITOR } from '../../../test/build-log.js';
import { ASSISTANT } from './events.js';
import { evolve } from './evolve.js';
import { changeOwner } from './ownership.js';

const speech = { messageId: id.message(7), turnId: id.turn, text: 'Let me', epoch: 0 };
const speaking = givenState({ speech });

describe('evolve', () => {
  it('moves the head with every event, also with those it does not know', () => {
    const event = systemEvent('handoff.closed', { handoffId: id.handoff });
    expect(evolve(givenState(), stored(event, 3))).toEqual(givenState({ head: 3 }));
  });

  it('remembers the visitor’s last message, and lets the speech under way stand', () => {
    const after = evolve(speaking, stored(said(VISITOR, 8, 'wait'), 3));
    expect(after).toEqual({ ...speaking, head: 3, lastVisitorSeq: 3 });
  });

  it('ends the speech with its own message and with no other', () => {
    expect(evolve(speaking, stored(said(ASSISTANT, 7, 'Let me see.'), 3)).speech).toBeNull();
    expect(evolve(speaking, stored(said(ASSISTANT, 9, 'Something else.'), 3)).speech).toEqual(speech);
  });

  it('takes owner and epoch together', () => {
    const change = changeOwner(givenState({ epoch: 5 }), { kind: 'agent', id: ANA.id, name: 'Ana' }, ANA);
    const after = evolve(givenState({ epoch: 5 }), stored(change, 3));
    expect([after.owner.kind, after.epoch]).toEqual(['agent', 6]);
  });

  it('closes', () => {
    const closed = evolve(givenState(), stored(systemEvent('conversation.closed', { by: 'visitor' }), 3));
    expect(closed.status).toBe('closed');
  });
});
