import type { SlotKind, SlotValue } from '@baton/shared-types';
import { describe, expect, it } from 'vitest';
import { foldView, id, said, slotRecord, systemEvent, VISITOR } from '../../../test/build-log.js';
import { decisionRecord } from '../../../test/decision-record.js';
import { readPlaybook } from '../../../test/read-playbook.js';
import { bundleSlots } from './bundle-slots.js';
import { summarize } from './summarize.js';
import { deskOf } from './words/desk.js';

const { playbook } = readPlaybook();
const text = 'Kim Osei, head nurse at Lakeside. 40 of us, Excel today, 500 EUR.';
const fact = (key: SlotKind, quote: string, value: SlotValue, n = 1) =>
  systemEvent('slot.filled', { slot: slotRecord(key, 'confirmed', { value, n, text, quote }) });

function summaryOf(...events: Parameters<typeof foldView>[0]) {
  const view = foldView(events);
  const desk = deskOf(playbook);
  return summarize(view, bundleSlots(view, playbook, desk), desk.words.summary);
}
const linesOf = (...events: Parameters<typeof foldView>[0]) => summaryOf(...events).map((line) => line.text);

describe('summarize', () => {
  it('says nothing when nothing is known', () => {
    expect(linesOf(said(VISITOR, 1, 'hi'))).toEqual([]);
  });

  it.each([
    [[fact('name', 'Kim Osei', 'Kim Osei')], 'Kim Osei.'],
    [[fact('company', 'Lakeside', 'Lakeside')], 'Somebody at Lakeside.'],
    [
      [
        fact('name', 'Kim Osei', 'Kim Osei'),
        fact('role', 'head nurse', 'head nurse'),
        fact('company', 'Lakeside', 'Lakeside'),
      ],
      'Kim Osei, head nurse at Lakeside.',
    ],
    [[fact('team_size', '40', { min: 40, max: 40 })], '40 people would use it.'],
    [[fact('team_size', '40', { min: 1, max: 1 })], '1 person would use it.'],
    [[fact('current_tool', 'Excel', 'Excel')], 'They use Excel today.'],
    [
      [fact('team_size', '40', { min: 40, max: 40 }), fact('current_tool', 'Excel', 'Excel')],
      '40 people would use it; they use Excel today.',
    ],
    [
      [fact('budget', '500 EUR', { min: 500, max: 500, currency: 'EUR', period: 'month' })],
      'Budget: 500 EUR a month.',
    ],
  ])('%#: %s', (events, line) => {
    expect(linesOf(...events)).toEqual([line]);
  });

  it('names each message once, in the order of the facts', () => {
    const [line] = summaryOf(
      fact('name', 'Kim Osei', 'Kim Osei', 2),
      fact('role', 'head nurse', 'head nurse', 1),
      fact('company', 'Lakeside', 'Lakeside', 2),
    );
    expect(line?.messageIds).toEqual([id.message(2), id.message(1)]);
  });

  it('says that a person was asked for, on the words that did it', () => {
    const base = decisionRecord({ handoff: 'complaint' });
    const decision = { ...base, inputs: { ...base.inputs, messageIds: [id.message(3)] } };
    expect(
      summaryOf(
        said(VISITOR, 3, 'This is a scandal.'),
        systemEvent('decision.recorded', { decision }),
        systemEvent('handoff.requested', { handoffId: id.handoff, reason: 'complaint' }),
      ),
    ).toEqual([{ text: 'Has a complaint: “This is a scandal”.', messageIds: [id.message(3)] }]);
  });
});
