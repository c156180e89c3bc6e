import { describe, expect, it } from 'vitest';
import { ANA, BEN, givenState, id } from '../../../test/build-log.js';
import {
  assertOpen,
  assertOwner,
  closeByAgent,
  requestHandoff,
  returnToAssistant,
  takeOver,
} from './ownership.js';

const ownedByAna = givenState({ owner: { kind: 'agent', id: ANA.id, name: ANA.name }, epoch: 3 });
const typesOf = (events: readonly { readonly type: string }[]) => events.map(({ type }) => type);

describe('requestHandoff', () => {
  it('puts what the assistant owns into the queue, one epoch later', () => {
    const events = requestHandoff(givenState({ epoch: 4 }), id.handoff, 'complaint');
    expect(typesOf(events)).toEqual(['handoff.requested', 'owner.changed']);
    expect(events[1]?.data).toEqual({ owner: { kind: 'queue' }, epoch: 5 });
  });

  it.each([{ kind: 'queue' } as const, ownedByAna.owner])('asks nobody twice: $kind', (owner) => {
    expect(requestHandoff(givenState({ owner }), id.handoff, 'qualified')).toEqual([]);
  });
});

describe('takeOver', () => {
  it.each(['assistant', 'queue'] as const)('takes a conversation from the %s', (kind) => {
    const events = takeOver(givenState({ owner: { kind }, epoch: 1 }), ANA, id.handoff, 'click-0001');
    expect(typesOf(events)).toEqual(['handoff.accepted', 'owner.changed']);
    expect(events[0]?.clientId).toBe('click-0001');
    expect(events[1]?.data).toEqual({ owner: { kind: 'agent', id: ANA.id, name: 'Ana' }, epoch: 2 });
  });

  it('two agents, one accept: the second is told who has it', () => {
    expect(() => takeOver(ownedByAna, BEN, id.handoff, 'click-0002')).toThrow(
      expect.objectContaining({ code: 'handoff_taken', details: ['Ana'] }),
    );
  });

  it('does nothing for the one who has it', () => {
    expect(takeOver(ownedByAna, ANA, id.handoff, 'click-0003')).toEqual([]);
  });

  it('refuses a closed conversation', () => {
    expect(() => takeOver(givenState({ status: 'closed' }), ANA, id.handoff, 'click-0004')).toThrow(
      expect.objectContaining({ code: 'conversation_closed' }),
    );
  });
});

describe('returnToAssistant', () => {
  it('gives the conversation back, one epoch later', () => {
    const events = returnToAssistant(ownedByAna, ANA, id.handoff, 'click-0005');
    expect(typesOf(events)).toEqual(['handoff.returned', 'owner.changed']);
    expect(events[1]?.data).toEqual({ owner: { kind: 'assistant' }, epoch: 4 });
  });

  it('is not for a colleague', () => {
    expect(() => returnToAssistant(ownedByAna, BEN, id.handoff, 'click-0006')).toThrow(
      expect.objectContaining({ code: 'not_owner' }),
    );
  });
});

describe('closeByAgent', () => {
  it('ends the handoff first, then the conversation, with what came of it', () => {
    const events = closeByAgent(ownedByAna, ANA, id.handoff, 'click-0007', { kind: 'won', reason: null });
    expect(typesOf(events)).toEqual(['disposition.recorded', 'handoff.closed', 'conversation.closed']);
    expect(events[1]?.data).toEqual({ handoffId: id.handoff });
  });

  it('has nothing to do where it has ended', () => {
    expect(closeByAgent({ ...ownedByAna, status: 'closed' }, BEN, id.handoff, 'click-0008', null)).toEqual(
      [],
    );
  });

  it('is not for a colleague', () => {
    expect(() => closeByAgent(ownedByAna, BEN, id.handoff, 'click-0009', null)).toThrow(
      expect.objectContaining({ code: 'not_owner' }),
    );
  });
});

describe('assertions', () => {
  it('an open conversation is open, its owner owns it', () => {
    expect(() => assertOpen(ownedByAna)).not.toThrow();
    expect(() => assertOwner(ownedByAna, ANA)).not.toThrow();
    expect(() => assertOwner(givenState(), ANA)).toThrow(expect.objectContaining({ code: 'not_owner' }));
  });
});
