import { expect, test } from 'vitest';
import { findHolders } from './find-holders.js';

function holders(text: string): readonly string[] {
  return findHolders(text).map(({ start, end }) => text.slice(start, end));
}

test.each([
  ['My order is under Ines Valdor, could you check it?', 'Ines Valdor'],
  ['we have a subscription listed under Tomas Brakel', 'Tomas Brakel'],
  ['I made an appointment for Friday for Lucia Ferrand, at nine', 'Lucia Ferrand'],
  ['Please move the booking for I think Oda Lindqvist to Monday', 'Oda Lindqvist'],
  ['Kofi Mensah has an appointment with you tomorrow', 'Kofi Mensah'],
  ['You have a Petra Hollmann booking that I want to cancel', 'Petra Hollmann'],
  ['cancel the table under April Sorensen', 'April Sorensen'],
])('%s', (text, name) => {
  expect(holders(text)).toContain(name);
});

test.each([
  'We are looking for Google Calendar support',
  'It runs under Windows Server at our site',
  'Do you have a solution for Dental Clinics?',
  'our order volume is under 200 a day',
  'the London Office booking was wrong',
])('nobody is named in: %s', (text) => {
  expect(holders(text)).toEqual([]);
});

test('a long run of names takes no more than a handful', () => {
  expect(findHolders('under Ada Lovell '.repeat(2_000)).length).toBeLessThanOrEqual(4);
});
