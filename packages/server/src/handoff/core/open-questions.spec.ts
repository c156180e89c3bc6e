import { expect, it } from 'vitest';
import { ANA, foldView, id, said, systemEvent, VISITOR } from '../../../test/build-log.js';
import { decisionRecord } from '../../../test/decision-record.js';
import { openQuestions } from './open-questions.js';

const question = said(VISITOR, 1, 'Hello. Do you support SAP? We use it.');

function decidedOn(n: number, citations: readonly { title: string; url: null }[]) {
  const base = decisionRecord();
  const move = { step: 'answer' as const, slot: null, sentences: ['So.'], quickReplies: [], citations };
  const decision = { ...base, inputs: { ...base.inputs, messageIds: [id.message(n)] }, move };
  return systemEvent('decision.recorded', { decision });
}

it('a question stands open with the message it came from, without the sentences around it', () => {
  expect(openQuestions(foldView([question]))).toEqual([
    { text: 'Do you support SAP?', messageIds: [id.message(1)] },
  ]);
});

it('a reply that cites nothing answers nothing', () => {
  expect(openQuestions(foldView([question, decidedOn(1, [])]))).toHaveLength(1);
});

it('a reply with a citation answers the messages of its turn and no others', () => {
  const other = said(VISITOR, 2, 'And Jira?');
  const events = [question, decidedOn(1, [{ title: 'Integrations', url: null }]), other];
  expect(openQuestions(foldView(events)).map(({ text }) => text)).toEqual(['And Jira?']);
});

it('what a person has read before replying is no longer open', () => {
  expect(openQuestions(foldView([question, said(ANA, 2, 'Yes, we do.')]))).toEqual([]);
});

it('a lone question mark is no question', () => {
  expect(openQuestions(foldView([said(VISITOR, 1, '??'), said(VISITOR, 2, 'hm?')]))).toEqual([]);
});

it('questions of the assistant are not the visitor’s', () => {
  expect(openQuestions(foldView([said({ kind: 'assistant' }, 1, 'How many people?')]))).toEqual([]);
});
