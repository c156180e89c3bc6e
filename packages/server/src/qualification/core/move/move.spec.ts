import { describe, expect, it } from 'vitest';
import { compiled, DEFAULT_PLAYBOOK } from '../../../../test/play-visitor.js';
import { emptyMemory, type QualificationMemory } from '../memory/qualification-memory.js';
import { answerFromPassages } from './answer-from-passages.js';
import { contactCaptureMove } from './contact-capture-move.js';
import { displayValue } from './display-value.js';
import { remainingSentences } from './remaining-sentences.js';
import { splitSentences } from './split-sentences.js';

const PLAYBOOK = compiled(DEFAULT_PLAYBOOK);

describe('splitSentences', () => {
  it.each([
    ['Plans start at 1.5 EUR. Ask us!', ['Plans start at 1.5 EUR.', 'Ask us!']],
    ['It works with Outlook, e.g. for rooms. Yes.', ['It works with Outlook, e.g. for rooms.', 'Yes.']],
    ['Das geht, z.B. mit Outlook. Ja.', ['Das geht, z.B. mit Outlook.', 'Ja.']],
    ['One line\nand another', ['One line', 'and another']],
    ['He said “yes.” Then no.', ['He said “yes.”', 'Then no.']],
    ['', []],
  ])('%s', (text, sentences) => expect(splitSentences(text)).toEqual(sentences));
});

describe('answerFromPassages', () => {
  const passage = {
    title: 'Integrations',
    url: null,
    text: '# Integrations\n\nWe connect to many tools. **Outlook** and [Google](https://x.example) calendars sync both ways. | a | b |\n| a | b |\nSlack gets a message. Zapier does the rest.',
    score: 0.8,
  };

  it('begins with the sentence that fits the question, in plain words', () => {
    const answer = answerFromPassages(
      { question: 'Do you sync with Outlook calendars?', said: [] },
      [passage],
      0.35,
    );
    expect(answer?.sentences[0]).toBe('Outlook and Google calendars sync both ways.');
    expect(answer?.sentences.length).toBeLessThanOrEqual(3);
    expect(answer?.citations).toEqual([{ title: 'Integrations', url: null }]);
  });

  it('comes from the article that most speaks for, in prose', () => {
    const passages = [
      { title: 'Reports › Labour costs', url: null, text: 'Costs by week.', score: 1 },
      {
        title: 'Prices › Plans',
        url: null,
        text: 'Plan: Basic; Price: 20 USD; For: ten seats.',
        score: 0.97,
      },
      { title: 'Prices', url: '/prices', text: 'It costs from 20 USD per seat.', score: 0.76 },
    ];
    expect(answerFromPassages({ question: 'What does it cost?', said: [] }, passages, 0.35)).toEqual({
      sentences: ['It costs from 20 USD per seat.'],
      citations: [{ title: 'Prices', url: '/prices' }],
    });
  });

  const trial = [
    { title: 'Trial', url: '/trial', text: 'Try it first.', score: 0.7 },
    { title: 'Trial › Free trial', url: '/trial#free', text: 'It takes 14 days.', score: 0.4 },
    { title: 'Prices › Billing', url: '/prices', text: 'You pay by card.', score: 0.5 },
  ];

  it('lets the best section follow where an article opens with no more than a line', () => {
    expect(answerFromPassages({ question: 'Can we try it for free?', said: [] }, trial, 0.35)).toEqual({
      sentences: ['Try it first.', 'It takes 14 days.'],
      citations: [{ title: 'Trial › Free trial', url: '/trial#free' }],
    });
  });

  it('says something else before it says the same again', () => {
    const passages = [
      { title: 'Prices › Plans', url: null, text: 'From 20 USD.', score: 0.9 },
      { title: 'Prices › Discounts', url: null, text: 'From 50 seats it costs less.', score: 0.8 },
    ];
    const asked = { question: 'And for 60 seats?', said: ['From 20 USD.'] };
    expect(answerFromPassages(asked, passages, 0.35)?.sentences).toEqual(['From 50 seats it costs less.']);
    const [only] = passages;
    expect(answerFromPassages(asked, only ? [only] : [], 0.35)?.sentences).toEqual(['From 20 USD.']);
  });

  it('prefers the section whose heading names what is asked', () => {
    const passages = [
      { title: 'Prices › Billing', url: null, text: 'Pay yearly by card.', score: 0.6 },
      { title: 'Prices › Discounts', url: null, text: 'Schools get 25 % off.', score: 0.5 },
    ];
    const asked = { question: 'Is there a discount if we pay yearly?', said: [] };
    expect(answerFromPassages(asked, passages, 0.35)?.sentences).toEqual(['Schools get 25 % off.']);
  });

  it('is silent below the minimum, without passages and for an empty one', () => {
    expect(
      answerFromPassages({ question: 'Outlook?', said: [] }, [{ ...passage, score: 0.3 }], 0.35),
    ).toBeNull();
    expect(answerFromPassages({ question: 'Outlook?', said: [] }, [], 0.35)).toBeNull();
    expect(
      answerFromPassages(
        { question: 'Outlook?', said: [] },
        [{ ...passage, text: '# Only a heading' }],
        0.35,
      ),
    ).toBeNull();
  });
});

describe('displayValue', () => {
  it.each([
    [{ min: 40, max: 40 }, 'en', '40'],
    [{ min: 20, max: 25 }, 'en', '20–25'],
    [{ min: 50, max: null }, 'de', 'mindestens 50'],
    [{ min: 20000, max: 20000, currency: 'USD', period: 'year' as const }, 'en', '20,000 USD a year'],
    [
      { min: null, max: 1500.5, currency: 'EUR', period: 'month' as const },
      'de',
      'bis zu 1.500,5 EUR im Monat',
    ],
    [{ from: null, to: '2027-03-31' }, 'en', 'by the end of March 2027'],
    [{ from: '2027-01-01', to: '2027-01-31' }, 'en', 'January 2027'],
    ['two\nlines', 'en', 'two lines'],
  ])('%j in %s is "%s"', (value, language, words) => expect(displayValue(value, language)).toBe(words));

  it('quotes a long text briefly', () => {
    expect(displayValue('word '.repeat(100), 'en').length).toBeLessThanOrEqual(80);
  });
});

describe('remainingSentences', () => {
  const template = ['Plans start at 20 USD per seat.', 'Every plan has a free trial of 14 days.'];
  it('leaves out what has been said, literally or in other words', () => {
    expect(remainingSentences(template, '')).toEqual(template);
    expect(remainingSentences(template, 'Plans start at 20 USD per seat.')).toEqual([template[1]]);
    expect(remainingSentences(template, 'Our plans start from 20 USD for each seat.')).toEqual([template[1]]);
    expect(remainingSentences(template, 'Lovely to meet you.')).toEqual(template);
  });
});

describe('contactCaptureMove', () => {
  const truth = PLAYBOOK.playbook.texts.nobody_available;
  const with_ = (key: string, change: object): QualificationMemory => {
    const memory = emptyMemory(PLAYBOOK.playbook.slots);
    const slot = memory.slots[key];
    if (!slot) throw new Error(key);
    return { ...memory, slots: { ...memory.slots, [key]: { ...slot, ...change } } };
  };

  it('tells the truth and asks for the first contact detail', () => {
    const move = contactCaptureMove(emptyMemory(PLAYBOOK.playbook.slots), PLAYBOOK, 'de');
    expect(move).toMatchObject({ step: 'ask', slot: 'email' });
    expect(move.sentences[0]).toBe(truth['de']);
  });

  it('asks for the other one when the first was declined', () => {
    expect(contactCaptureMove(with_('email', { state: 'declined' }), PLAYBOOK, 'en').slot).toBe('phone');
  });

  it('asks nothing of somebody who can be reached', () => {
    const current = { value: '+4930901820', confidence: 0.9, reason: '', source: 'rules', evidence: [] };
    const move = contactCaptureMove(with_('phone', { state: 'confirmed', current }), PLAYBOOK, 'en');
    expect(move).toMatchObject({ step: 'close', slot: null, sentences: [truth.en] });
  });
});
