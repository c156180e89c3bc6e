import { describe, expect, it } from 'vitest';
import { readOne } from '../../../../../test/read-one.js';
import { readUseCase } from './read-use-case.js';

describe('readUseCase', () => {
  it.each([
    ['en', 'lookin for a shared queue w sla timers', 'shared queue w sla timers'],
    [
      'en',
      'need 140 seats for ramp + check-in shift planning, whats the volume price',
      'ramp + check-in shift planning',
    ],
    ['en', "it'd be for returns and exchanges", 'returns and exchanges'],
    [
      'de',
      'wir bräuchten Schichtplanung plus Ticketing für Beschwerden',
      'Schichtplanung plus Ticketing für Beschwerden',
    ],
    ['fr', 'nous cherchons un outil pour planifier les astreintes', 'planifier les astreintes'],
    ['es', 'queremos ordenar las consultas en tickets', 'ordenar las consultas en tickets'],
    ['it', 'cerchiamo un software per gestire le prenotazioni', 'gestire le prenotazioni'],
    ['pt', 'preciso agendar as visitas tecnicas', 'agendar as visitas tecnicas'],
    ['nl', 'Wij zoeken iets om diensten te roosteren', 'diensten te roosteren'],
  ])('reads "%s: %s"', (language, text, use) => {
    expect(readOne(readUseCase, text, { language })?.value).toBe(use);
  });

  it.each([
    ['en', 'we need one inbox for all requests, asap', 'one inbox for all requests'],
    ['en', 'we need shared inboxes by the end of January', 'shared inboxes'],
    ['en', 'we need shift plans for next week', 'shift plans for next week'],
    [
      'de',
      'wir suchen eine Terminbuchung für unsere Praxis, am besten ab Januar',
      'eine Terminbuchung für unsere Praxis',
    ],
    ['nl', 'we zoeken een boekingssysteem, het liefst voor maart', 'een boekingssysteem'],
  ])('leaves out when it is wanted: "%s: %s"', (language, text, use) => {
    expect(readOne(readUseCase, text, { language })?.value).toBe(use);
  });

  it.each([
    ['en', 'customers book twice', 'customers book twice'],
    ['en', 'we miss calls because nobody is at the desk', 'we miss calls'],
    ['en', 'requests get lost in a shared mailbox', 'requests get lost in a shared mailbox'],
    ['de', 'Termine werden doppelt vergeben', 'Termine werden doppelt vergeben'],
    ['de', 'Uns gehen Anfragen verloren', 'Uns gehen Anfragen verloren'],
    ['en', 'nobody here knows which technician is on call', 'nobody here knows which technician is on call'],
    ['de', 'Bei der Bereitschaft weiß hier keiner, wer dran ist', 'weiß hier keiner, wer dran ist'],
    ['pt', 'ninguém sabe quem respondeu a quem', 'ninguém sabe quem respondeu a quem'],
    ['en', 'owners ringing about test results all day', 'owners ringing about test results all day'],
    ['en', 'Repairs come in by text and over the counter', 'Repairs come in by text and over the counter'],
    ['en', 'our viewings are still written on a wall', 'viewings are still written on a wall'],
    ['de', 'Könnt ihr Dienstpläne für drei Häuser?', 'Dienstpläne für drei Häuser'],
  ])('takes a problem for a need: "%s: %s"', (language, text, use) => {
    expect(readOne(readUseCase, text, { language })?.value).toBe(use);
  });

  it.each([
    ['en', 'We need this by March'],
    ['en', 'we need it for next week'],
    ['de', 'Wir brauchen sowas ab Mai'],
    ['fr', 'Nous en avons besoin en mai'],
    ['es', 'Necesitamos esto para mayo'],
    ['it', 'ci serve questo per maggio'],
    ['pt', 'precisamos disso em maio'],
    ['nl', 'we willen dit vanaf mei'],
  ])('does not take when it is wanted for what it is wanted for: "%s: %s"', (language, text) => {
    expect(readOne(readUseCase, text, { language })).toBeUndefined();
  });

  it.each([
    ['en', 'Do you have an on-call calendar? We maintain ski lifts.', 'on-call calendar'],
    ['en', 'can we put your chat on our sneaker webshop', 'chat on our sneaker webshop'],
    ['de', 'taugt eure Software für einen Reklamations-Desk?', 'einen Reklamations-Desk'],
    ['de', 'Habt ihr auch einen Dienstplan für die Pflege?', 'Dienstplan für die Pflege'],
    ['es', '¿Su programa sirve para una clínica dental?', 'clínica dental'],
  ])('takes what it is asked to do for a use: "%s: %s"', (language, text, use) => {
    expect(readOne(readUseCase, text, { language })?.value).toContain(use);
  });

  it.each([
    ['en', 'Do you have a free trial?'],
    ['en', 'does your tool work with Outlook?'],
    ['de', 'Geht das auch für iPhone?'],
  ])('does not take a question about terms for a use: "%s: %s"', (language, text) => {
    expect(readOne(readUseCase, text, { language })).toBeUndefined();
  });

  it('takes the words of an answer', () => {
    const read = readOne(readUseCase, 'Schedule consultations and text them so they show up.', {
      asked: 'use_case',
    });
    expect(read?.value).toBe('Schedule consultations and text them');
  });

  it.each([
    ['a person', 'I need to speak to a human'],
    ['a call', "I'd like a call back"],
    ['help to reach somebody', 'I need help contacting an agent'],
    ['a demo', 'we want a demo'],
    ['a complaint', 'I want to file a complaint'],
    ['a price', 'we need a quote'],
    ['help with an account', 'I need to reset my password'],
    ['a demo', 'Ich möchte eine Demo sehen'],
    ['a start', 'we want to start in January'],
    ['a study', 'I need it for my thesis on chat tools'],
  ])('does not take %s for a use', (_what, text) => {
    expect(readOne(readUseCase, text)).toBeUndefined();
  });
});
