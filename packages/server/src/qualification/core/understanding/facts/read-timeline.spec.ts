import { describe, expect, it } from 'vitest';
import { readOne } from '../../../../../test/read-one.js';
import { readTimeline } from './read-timeline.js';

describe('readTimeline', () => {
  it.each([
    ['en', 'by end of Q1', null, '2027-03-31'],
    ['en', 'in January', '2027-01-01', '2027-01-31'],
    ['en', 'asap', '2026-11-20', '2026-12-04'],
    ['en', 'next week', '2026-11-23', '2026-11-29'],
    ['en', 'first week of december', '2026-12-01', '2026-12-07'],
    ['en', 'sometime before May', null, '2027-04-30'],
    ['en', 'after the summer break, so from February on', '2027-02-01', null],
    ['en', 'end of january at the latest', null, '2027-01-31'],
    ['en', 'early February', '2027-02-01', '2027-02-10'],
    ['en', 'within 6 weeks', null, '2027-01-01'],
    ['en', 'January or February', '2027-01-01', '2027-02-28'],
    ['en', 'before the new batch, that is 15 January', null, '2027-01-15'],
    ['en', 'before Black Friday', null, '2026-11-27'],
    ['en', 'by Easter Monday', null, '2027-03-29'],
    ['en', 'the week after next', '2026-11-30', '2026-12-06'],
    ['en', 'end of this calendar year', '2026-12-21', '2026-12-31'],
    ['en', 'March, no wait, April', '2027-04-01', '2027-04-30'],
    ['de', 'im Mai, nein, im Juni', '2027-06-01', '2027-06-30'],
    ['de', 'KW 3', '2027-01-18', '2027-01-24'],
    ['de', 'ab März', '2027-03-01', null],
    ['de', 'ab November', '2026-11-01', null],
    ['de', 'spätestens 15.01.2027', null, '2027-01-15'],
    ['fr', 'mise en service fin mars', '2027-03-21', '2027-03-31'],
    ['fr', 'd’ici fin mars', null, '2027-03-31'],
    ['fr', 'le lundi de Pâques', '2027-03-29', '2027-03-29'],
    ['es', 'a principios de febrero', '2027-02-01', '2027-02-10'],
    ['it', 'entro fine gennaio', null, '2027-01-31'],
    ['pt', 'no primeiro trimestre', '2027-01-01', '2027-03-31'],
    ['nl', 'na nieuwjaar', '2027-01-01', null],
    ['nl', 'rond jaareinde', '2026-12-21', '2026-12-31'],
  ])('reads the answer "%s: %s"', (language, text, from, to) => {
    expect(readOne(readTimeline, text, { asked: 'timeline', language })?.value).toEqual({ from, to });
  });

  it('reads the start unasked', () => {
    expect(readOne(readTimeline, 'We want to go live on 1 July 2027')?.value).toEqual({
      from: '2027-07-01',
      to: '2027-07-01',
    });
  });

  it.each([
    ['de', 'Wir brauchen das ab November', '2026-11-01', null],
    ['en', 'We want that from June', '2027-06-01', null],
    ['fr', 'nous voulons ça pour mai', '2027-05-01', '2027-05-31'],
    ['nl', 'we willen dit vanaf mei', '2027-05-01', null],
    ['en', 'we need a shared inbox by the end of January', null, '2027-01-31'],
    ['en', 'we want online booking for our salons, preferably before Black Friday', null, '2026-11-27'],
    ['es', 'buscamos una agenda online para la clínica, a ser posible antes de enero', null, '2026-12-31'],
    ['pt', 'procuramos agendamento online, de preferência antes de março', null, '2027-02-28'],
    ['de', 'wir suchen ein Ticketsystem, so schnell wie möglich', '2026-11-20', '2026-12-04'],
  ])('reads when it is wanted: "%s: %s"', (language, text, from, to) => {
    expect(readOne(readTimeline, text, { language })?.value).toEqual({ from, to });
  });

  it.each([
    ['a call', 'can someone call me tomorrow?'],
    ['the end of a trial', 'my trial ends friday, need 10 seats'],
    ['the past', 'we started in January 2024'],
    ['what began in the past', 'we wanted to start from 2 November 2026'],
    ['a fault', 'since the update in october it is broken'],
    ['an answer', 'I need an answer by tomorrow'],
    ['a quote', 'we need a quote by Friday'],
    ['a demo', 'I need a demo before Christmas'],
    ['what is done every month', 'we want to send the rotas out by the end of the month'],
  ])('does not take %s for a start', (_what, text) => {
    expect(readOne(readTimeline, text)).toBeUndefined();
  });

  it('reads a wished start from an aside', () => {
    const value = { from: '2027-01-01', to: null };
    expect(readOne(readTimeline, 'reminders, ideally from January')?.value).toEqual(value);
    expect(readOne(readTimeline, 'am besten ab Januar', { language: 'de' })?.value).toEqual(value);
  });

  it('leaves a month that is taken by something else', () => {
    const read = readOne(readTimeline, ['feb', 'wait no feb is the audit. march'], { asked: 'timeline' });
    expect(read).toMatchObject({ value: { from: '2027-03-01', to: '2027-03-31' }, corrects: true });
  });
});
