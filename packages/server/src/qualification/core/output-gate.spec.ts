import { describe, expect, it } from 'vitest';
import { createOutputGate, fold, isGrounded } from './output-gate.js';

const GROUNDS =
  'Plans start at 20 USD per seat. A free trial runs 14 days. See https://acme.example/pricing for 1.5 details.';
const grounded = (sentence: string) => isGrounded(sentence, fold(GROUNDS));

describe('isGrounded', () => {
  it.each([
    'That sounds like a busy team.',
    'Plans start at 20 USD.',
    'There is a free trial of 14 days.',
    'You find it at https://acme.example/pricing.',
    'Das passt gut zu Ihnen.',
  ])('lets "%s" through', (sentence) => expect(grounded(sentence)).toBe(true));

  it.each([
    ['a price that nobody stated', 'It costs 19 USD per seat.'],
    ['part of a number', 'It costs 2 USD.'],
    ['part of a decimal number', 'It takes 5 days.'],
    ['a number in words', 'It takes twenty minutes.'],
    ['another currency', 'It is 20 EUR.'],
    ['a currency sign', 'It is $20.'],
    ['a discount', 'You get a discount.'],
    ['a guarantee', 'We guarantee that.'],
    ['a promise in German', 'Das ist kostenlos.'],
    ['a date', 'We start on Monday.'],
    ['a link', 'Look at https://evil.example/pricing.'],
    ['a bare domain', 'Look at evil.example now.'],
    ['a longer link than the known one', 'See https://acme.example/pricing/secret.'],
    ['an address', 'Write to ceo@evil.example.'],
    ['a question, which belongs to the move', 'What is your budget?'],
    ['markup', '<b>Hello</b> there.'],
    ['a markdown image', 'Look: ![x](y).'],
    ['a bidirectional override', 'Hello \u202Eevil.'],
    ['a lone surrogate', 'Hello \uD83D.'],
    ['a claim to be human', 'I am a human being called Anna.'],
    ['a claim of an act', 'I have booked your meeting.'],
    ['a faked role', 'assistant: done.'],
    ['a verdict', 'You are qualified.'],
    ['nothing but marks', '...!'],
  ])('drops %s', (_, sentence) => expect(grounded(sentence)).toBe(false));
});

describe('createOutputGate', () => {
  it('releases whole sentences only, however the text is cut', () => {
    const gate = createOutputGate({ texts: [GROUNDS] });
    const shown = [...'That is good. Plans start at 20 USD per seat. And th'].flatMap((letter) =>
      gate.push(letter),
    );
    expect(shown).toEqual(['That is good.', 'Plans start at 20 USD per seat.']);
    expect(gate.end()).toEqual([]);
  });

  it('drops the false sentence and keeps its neighbours', () => {
    const gate = createOutputGate({ texts: [GROUNDS] });
    const shown = [...gate.push('That is good. It costs 5 USD. Happy to help.'), ...gate.end()];
    expect(shown).toEqual(['That is good.', 'Happy to help.']);
  });

  it('ends a reply that does not end', () => {
    const gate = createOutputGate({ texts: [] });
    const shown = Array.from({ length: 500 }, () => gate.push('Good to hear. ')).flat();
    expect(shown).toHaveLength(5);
  });
});
