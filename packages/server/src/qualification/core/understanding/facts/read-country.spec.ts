import { describe, expect, it } from 'vitest';
import { readOne } from '../../../../../test/read-one.js';
import { readCountry } from './read-country.js';

describe('readCountry', () => {
  it.each([
    ['en', 'we are in the UK', 'GB'],
    ['en', 'a vet group in Texas', 'US'],
    ['en', 'both new zealand', 'NZ'],
    ['de', 'Wir sitzen in Österreich', 'AT'],
    ['fr', 'une ASBL en Belgique', 'BE'],
    ['es', 'Guadalajara, México', 'MX'],
    ['it', 'siamo in Svizzera', 'CH'],
    ['pt', 'empresa do Brasil', 'BR'],
    ['nl', 'Kuisdienst Blinkaert bv, België', 'BE'],
  ])('reads "%s: %s"', (language, text, code) => {
    expect(readOne(readCountry, text, { language })?.value).toBe(code);
  });

  it('reads "us" as a country only in an answer', () => {
    expect(readOne(readCountry, 'us', { asked: 'country' })?.value).toBe('US');
    expect(readOne(readCountry, 'can you call us back')).toBeUndefined();
  });

  it.each([
    ['a hosting question', 'is our data hosted in Germany?'],
    ['customers elsewhere', 'most of our customers in Spain write at night'],
    ['a language', 'does the screen support Japanese language?'],
    ['a dialling code', 'call +44 20 7946 0318'],
    ['a common word', 'the whole island calls in the same week'],
    ['a name', 'my name is Jordan Mills'],
  ])('does not take %s for the country', (_what, text) => {
    expect(readOne(readCountry, text)).toBeUndefined();
  });
});
