import type { HandoffId } from '@baton/shared-types';
import { describe, expect, it } from 'vitest';
import { dictate, LINES } from '../../../test/dictated-reading.js';
import { compiled, DEFAULT_PLAYBOOK, numbered, PlayedConversation } from '../../../test/play-visitor.js';
import { newEvent, SYSTEM } from '../../conversations/core/events.js';
import { findPendingTurn } from './pending-turn.js';
import { wholeLog } from './turn-log.js';

const PLAYBOOK = compiled(DEFAULT_PLAYBOOK);
const chat = () => new PlayedConversation(PLAYBOOK, { understand: dictate(LINES) });

describe('findPendingTurn', () => {
  it('owes nothing once a turn has been spoken', () => {
    const played = chat();
    played.say('hello');
    expect(findPendingTurn(wholeLog(played.log))).toBeNull();
  });

  it('owes nothing where silence was decided', () => {
    const played = new PlayedConversation(PLAYBOOK, { veto: { automationPaused: true } });
    played.say('hello');
    expect(findPendingTurn(wholeLog(played.log))).toBeNull();
  });

  it('takes up a decision that was recorded and not spoken', () => {
    const played = chat();
    played.say('buy');
    played.log.pop();
    expect(findPendingTurn(wholeLog(played.log))?.decided).toEqual(played.records[0]);
  });

  it('plans anew what was decided before a person had the word and gave it back in silence', () => {
    const played = chat();
    played.say('buy');
    played.log.pop();
    const ada = { kind: 'agent', id: numbered('agt', 1) as never, name: 'Ada' } as const;
    played.append(newEvent('owner.changed', ada, { owner: ada, epoch: 1 }));
    played.append(newEvent('owner.changed', ada, { owner: { kind: 'assistant' }, epoch: 2 }));
    const pending = findPendingTurn(wholeLog(played.log));
    expect(pending?.messages).toHaveLength(1);
    expect(pending?.decided).toBeNull();
  });

  it('plans anew, with all lines, when the visitor has written more', () => {
    const played = chat();
    played.say('buy');
    played.log.pop();
    played.write('forty');
    const pending = findPendingTurn(wholeLog(played.log));
    expect(pending?.messages.map(({ text }) => text)).toEqual(['buy', 'forty']);
    expect(pending?.decided).toBeNull();
  });

  it('owes nothing to a visitor who has taken their consent back, and again once they give it', () => {
    const played = chat();
    const visitor = { kind: 'visitor', id: numbered('vis', 1) as never } as const;
    const answer = (granted: boolean) =>
      played.append(
        newEvent('consent.recorded', visitor, { granted, version: '1', text: 'May we?', decidedAt: '' }),
      );
    answer(true);
    played.write('hello');
    expect(findPendingTurn(wholeLog(played.log))?.messages).toHaveLength(1);
    answer(false);
    expect(findPendingTurn(wholeLog(played.log))).toBeNull();
    answer(true);
    expect(findPendingTurn(wholeLog(played.log))?.messages).toHaveLength(1);
  });

  it('leaves alone what a person has answered', () => {
    const played = chat();
    played.write('hello');
    const data = { ...message(played), text: 'Hi, this is Ada.' };
    played.append(
      newEvent('message.sent', { kind: 'agent', id: numbered('agt', 1) as never, name: 'Ada' }, data),
    );
    expect(findPendingTurn(wholeLog(played.log))).toBeNull();
  });

  it('knows a call for a person that was decided and not made', () => {
    const played = chat();
    played.say('person');
    const cut = played.log.findIndex((event) => event.type === 'handoff.requested');
    expect(findPendingTurn(wholeLog(played.log.slice(0, cut)))?.owesHandoff).toBe(true);
    const made = played.log.slice(0, cut + 2);
    expect(findPendingTurn(wholeLog(made))?.owesHandoff).toBe(false);
  });

  it('is not confused by a message that belongs to no turn', () => {
    const played = chat();
    played.write('hello');
    const handoffId = numbered('hnd', 1) as HandoffId;
    played.append(newEvent('handoff.expired', SYSTEM, { handoffId, because: 'no_accept' }));
    played.append(
      newEvent('message.sent', { kind: 'assistant' }, { ...message(played), text: 'Nobody is free.' }),
    );
    expect(findPendingTurn(wholeLog(played.log))?.messages).toHaveLength(1);
  });
});

function message(played: PlayedConversation) {
  const event = played.log.find((each) => each.type === 'message.sent');
  if (event?.type !== 'message.sent') throw new Error('no message');
  return { ...event.data, messageId: numbered('msg', 900) as never };
}
