import { expect, it } from 'vitest';
import { ANA, foldView, id, said, VISITOR } from '../../../test/build-log.js';
import { ASSISTANT } from '../../conversations/core/events.js';
import { findPromises } from './promises.js';

const textsOf = (...events: Parameters<typeof foldView>[0]) =>
  findPromises(foldView(events).messages).map(({ text }) => text);

it.each([
  ['Thanks. I will send you the offer today.', 'I will send you the offer today.'],
  ['A colleague will call you. Bye!', 'A colleague will call you.'],
  ['We’ll look into it', 'We’ll look into it'],
  ['Danke. Wir melden uns morgen.', 'Wir melden uns morgen.'],
  ['Eine Kollegin meldet sich bei Ihnen.', 'Eine Kollegin meldet sich bei Ihnen.'],
])('“%s” promises “%s”', (text, promise) => {
  expect(textsOf(said(ASSISTANT, 1, text))).toEqual([promise]);
});

it.each([
  'Will we see you again?',
  'I will call you tomorrow?',
  'Our plans start at 4 euros.',
  'Good will matters.',
  'If you tell me what you see, I will look it up.',
  'Wenn Sie mögen, werde ich nachsehen.',
])('“%s” promises nothing', (text) => {
  expect(textsOf(said(ASSISTANT, 1, text))).toEqual([]);
});

it('what the visitor says they will do is not ours to keep', () => {
  expect(textsOf(said(VISITOR, 1, 'I will send you my number.'))).toEqual([]);
});

it('an agent’s word counts as the assistant’s does, oldest first, each with its message', () => {
  const events = [said(ASSISTANT, 1, 'I will ask.'), said(ANA, 2, 'I will call you.')];
  expect(findPromises(foldView(events).messages)).toEqual([
    { text: 'I will ask.', messageIds: [id.message(1)] },
    { text: 'I will call you.', messageIds: [id.message(2)] },
  ]);
});

it('a promise that is repeated stands once, with every message that makes it', () => {
  const events = [
    said(ASSISTANT, 1, 'We will write to you.'),
    said(ASSISTANT, 2, 'Yes. We will write to you.'),
  ];
  expect(findPromises(foldView(events).messages)).toEqual([
    { text: 'We will write to you.', messageIds: [id.message(1), id.message(2)] },
  ]);
});
