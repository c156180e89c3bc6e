import { describe, expect, it } from 'vitest';
import { ANA, BEN, givenState, id, said, VISITOR } from '../../../test/build-log.js';
import { checkAppend } from './check-append.js';
import { ASSISTANT, SYSTEM } from './events.js';
import { changeOwner, requestHandoff } from './ownership.js';

const ownedByAna = givenState({ owner: { kind: 'agent', id: ANA.id, name: ANA.name }, epoch: 2 });
const toAna = (state = givenState()) =>
  changeOwner(state, { kind: 'agent', id: ANA.id, name: ANA.name }, ANA);

describe('checkAppend refuses', () => {
  it.each([
    ['the assistant where a person owns', ownedByAna, [said(ASSISTANT, 1, 'hi')], 'not_owner'],
    [
      'the assistant after a takeover in the same append',
      givenState(),
      [toAna(), said(ASSISTANT, 1, 'hi')],
      'not_owner',
    ],
    ['an agent who is not the owner', ownedByAna, [said(BEN, 1, 'hi')], 'not_owner'],
    ['an agent while the assistant owns', givenState(), [said(ANA, 1, 'hi')], 'not_owner'],
    [
      'a message into a closed conversation',
      givenState({ status: 'closed' }),
      [said(VISITOR, 1, 'hi')],
      'conversation_closed',
    ],
    [
      'a call for a person in a closed conversation',
      givenState({ status: 'closed' }),
      requestHandoff(givenState(), id.handoff, 'qualified'),
      'conversation_closed',
    ],
    [
      'a change of owner decided under an older epoch',
      ownedByAna,
      [changeOwner(givenState(), { kind: 'queue' }, SYSTEM)],
      'epoch_stale',
    ],
  ])('%s', (_, state, events, code) => {
    expect(() => checkAppend(state, events)).toThrow(expect.objectContaining({ code }));
  });
});

describe('checkAppend lets pass', () => {
  it.each([
    ['the assistant while it owns', givenState(), [said(ASSISTANT, 1, 'hi')]],
    [
      'the assistant asking for contact details in the queue',
      givenState({ owner: { kind: 'queue' } }),
      [said(ASSISTANT, 1, 'hi')],
    ],
    ['the assistant’s last words before the takeover', givenState(), [said(ASSISTANT, 1, 'hi'), toAna()]],
    ['the owner', ownedByAna, [said(ANA, 1, 'hi')]],
    ['the visitor, whoever owns', ownedByAna, [said(VISITOR, 1, 'hi')]],
  ])('%s', (_, state, events) => {
    expect(() => checkAppend(state, events)).not.toThrow();
  });
});
