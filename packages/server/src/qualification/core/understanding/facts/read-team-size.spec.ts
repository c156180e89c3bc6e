import { describe, expect, it } from 'vitest';
import { readOne } from '../../../../../test/read-one.js';
import { readTeamSize } from './read-team-size.js';

describe('readTeamSize', () => {
  it.each([
    ['en', '14 of us account folks', 14, 14],
    ['en', 'twenty-five', 25, 25],
    ['en', '15 to 20 counsellors', 15, 20],
    ['en', 'over 50', 50, null],
    ['en', 'up to 30 users', null, 30],
    ['en', 'between 8 and 10', 8, 10],
    ['en', 'about two dozen', 24, 24],
    ['en', 'just me', 1, 1],
    ['en', '12 agents and 3 supervisors', 15, 15],
    ['en', '22 stylists + me so 23 i guess', 23, 23],
    ['en', 'six drivers, two in the office and one mechanic, nine', 9, 9],
    ['it', 'quattro medici e sette segretarie, undici', 11, 11],
    ['de', 'Vorne acht, drei im Hof, zwei im Lager, summa summarum dreizehn', 13, 13],
    ['de', '8 Fahrer + 2 im Lager', 10, 10],
    ['en', 'me and four others, two of whom are part-time', 5, 5],
    ['en', '26 box office clerks', 26, 26],
    ['en', 'sixteen no hang on fifteen since one left', 15, 15],
    ['en', '12, actually 14', 14, 14],
    ['en', '12 instead of 14', 12, 12],
    ['fr', 'douze, non, quatorze', 14, 14],
    ['en', 'there were 20 before the merger but ok, 14', 14, 14],
    ['de', 'Wir wären zu zwölft, also 12', 12, 12],
    ['de', 'höchstens achtundvierzig Nutzer', null, 48],
    ['de', 'zu viert', 4, 4],
    ['fr', 'Septante-deux bénévoles au total, mais seuls les 5 permanents auraient un accès', 5, 5],
    ['es', 'una treintena', 30, 30],
    ['it', 'trentadue persone', 32, 32],
    ['pt', 'somos quatro, no verão cinco', 4, 5],
    ['nl', 'met 8', 8, 8],
  ])('reads the answer "%s: %s"', (language, text, min, max) => {
    expect(readOne(readTeamSize, text, { asked: 'team_size', language })?.value).toEqual({ min, max });
  });

  it.each([
    ['en', 'need 140 seats for shift planning', 140],
    ['en', "we're a 9 person support squad", 9],
    ['de', '25 Lizenzen bräuchten wir', 25],
  ])('reads it unasked from "%s: %s"', (language, text, size) => {
    expect(readOne(readTeamSize, text, { language })?.value).toEqual({ min: size, max: size });
  });

  it.each([
    ['the whole company', 'We are 180 in the company, but who would use it I do not know'],
    ['former seats', 'last year we had 30 seats at another vendor'],
    ['a daydream', 'suppose we were 500 people, could it handle that'],
    ['other people', 'our competitor has like 80 support people'],
    ['shops', 'we have 22 stores and 4 clinics'],
    ['customers', 'about 400 customers'],
    ['money', 'we would pay 500 euros'],
    ['a phone number', 'call me at (312) 555-0147'],
  ])('does not take %s for a team', (_what, text) => {
    expect(readOne(readTeamSize, text)).toBeUndefined();
  });

  it.each([
    ['en', 'team_size', '8 in Berlin and 6 in Graz', 14, 14],
    ['en', 'team_size', '15 full time and 5 part time', 20, 20],
    ['de', 'team_size', 'zwölf im Büro und vier draußen', 16, 16],
    ['en', 'team_size', '12 now, 20 next year', 12, 12],
    ['en', 'team_size', 'five in the shop, six if you count the cat', 5, 5],
    ['en', 'team_size', 'maybe 10, maybe 12', 10, 12],
    ['en', null, 'our support team is 18 strong', 18, 18],
    ['en', null, 'team of twelve here', 12, 12],
    ['en', null, 'we employ 200 but only 30 would log in', 30, 30],
    ['en', null, 'I need licences for 35 staff', 35, 35],
    ['en', null, 'we have 12 outbound agents', 12, 12],
    ['de', null, 'unser Team hat 16 Leute', 16, 16],
    ['de', null, 'wir haben 25 Mitarbeiter im Support', 25, 25],
    ['de', null, 'wir sind zu zwölft', 12, 12],
  ] as const)('%s, asked for %s: "%s" is %s to %s', (language, asked, text, min, max) => {
    expect(readOne(readTeamSize, text, { language, asked })?.value).toEqual({ min, max });
  });

  it('takes a number right after "oh wait" for a correction of the one held', () => {
    const read = readOne(readTeamSize, 'oh wait, 18 with the two new ones', {
      asked: 'email',
      known: { team_size: { min: 16, max: 16 } },
    });
    expect(read).toMatchObject({ value: { min: 18, max: 18 }, corrects: true });
  });

  it('joins a second thought to a range', () => {
    const read = readOne(readTeamSize, ['18', 'or 19 if Kit stays'], { asked: 'team_size' });
    expect(read?.value).toEqual({ min: 18, max: 19 });
  });

  it.each([
    ['or wait, more like 200', 200],
    ['no, 30 in the first team', 30],
    ['ach nein, eher 200', 200],
  ])('takes a bare number in "%s" for a correction, whatever was asked since', (text, people) => {
    const known = { team_size: { min: 20, max: 20 } };
    const read = readOne(readTeamSize, text, { asked: 'email', known });
    expect(read).toMatchObject({ value: { min: people, max: people }, corrects: true });
    expect(readOne(readTeamSize, text, { asked: 'budget', known })).toBeUndefined();
    expect(readOne(readTeamSize, text, { asked: 'email' })).toBeUndefined();
  });

  it.each([
    ['en', 'Sorry, I got that wrong: 4', 4],
    ['de', 'Entschuldigung, das war falsch: 5', 5],
    ['es', 'Perdón, me he equivocado: 12', 12],
    ['nl', 'Sorry, dat klopte niet: met 8', 8],
  ] as const)('%s: takes "%s" for a correction after another question', (language, text, people) => {
    const known = { team_size: { min: 30, max: 30 } };
    const read = readOne(readTeamSize, text, { language, asked: 'name', known });
    expect(read).toMatchObject({ value: { min: people, max: people }, corrects: true });
    expect(readOne(readTeamSize, text, { language, asked: 'name' })).toBeUndefined();
  });

  it('takes nothing but a number, said instead of a name, for another team size', () => {
    const known = { team_size: { min: 30, max: 30 } };
    const read = readOne(readTeamSize, '10', { asked: 'name', known });
    expect(read).toMatchObject({ value: { min: 10, max: 10 }, corrects: false });
  });

  it.each([
    ['ca', 'Una treintena', 30],
    ['en', 'dreizehn', 13],
  ] as const)('reads an answer of a word in any language (%s: %s)', (language, text, people) => {
    expect(readOne(readTeamSize, text, { language, asked: 'team_size' })?.value).toEqual({
      min: people,
      max: people,
    });
  });

  it('counts no places as people', () => {
    const read = readOne(readTeamSize, 'wir haben drei Cafés', { asked: 'team_size', language: 'de' });
    expect(read).toBeUndefined();
  });

  it('marks a correction and leaves the denied number', () => {
    const read = readOne(readTeamSize, 'wait no its 14 not 40', { asked: 'team_size' });
    expect(read).toMatchObject({ value: { min: 14, max: 14 }, corrects: true });
  });
});
