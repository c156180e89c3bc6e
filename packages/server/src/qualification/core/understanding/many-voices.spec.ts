import type { Intent, SlotKind, SlotValue } from '@baton/shared-types';
import { describe, expect, it } from 'vitest';
import { turnOf } from '../../../../test/read-one.js';
import { englishWords } from '../words/english-words.js';
import type { Understanding } from './reading.js';
import { understandTurn } from './understand.js';

interface Situation {
  readonly language?: string;
  readonly asked?: SlotKind | null;
  readonly known?: { readonly [K in SlotKind]?: SlotValue };
}

const understand = (text: string, { language = 'en', asked = null, known = {} }: Situation): Understanding =>
  understandTurn(turnOf(text, { language, asked, known }), englishWords.readings);
const read = (kind: SlotKind, text: string, situation: Situation) =>
  understand(text, situation).candidates.find((candidate) => candidate.kind === kind);

describe('facts are read however people put them', () => {
  it.each<[SlotKind, string, string, SlotKind | null, unknown]>([
    // Dictated, spelled, starred
    [
      'email',
      'en',
      'that is lena at north mill baking dot co dot uk, all one word',
      'email',
      'lena@northmillbaking.co.uk',
    ],
    ['email', 'nl', 'info @ molenhof . example', 'email', 'info@molenhof.example'],
    ['phone', 'en', 'area code 614, 555-0188', 'phone', '+16145550188'],
    ['phone', 'en', 'let one of your colleagues ring me, its +49 30 23125 182', null, '+493023125182'],
    ['phone', 'en', 'his is 0491 570 156 but he has left. mine is +61 491 570 157', 'phone', '+61491570157'],
    ['timeline', 'en', 'by the eighteenth of December', 'timeline', { from: null, to: '2026-12-18' }],
    // Days with a name
    ['timeline', 'en', 'up and running by Australia Day', 'timeline', { from: null, to: '2027-01-26' }],
    ['timeline', 'en', 'right after Thanksgiving', 'timeline', { from: '2026-11-26', to: null }],
    [
      'timeline',
      'en',
      'between Easter and Pentecost 2027',
      'timeline',
      { from: '2027-03-28', to: '2027-05-16' },
    ],
    ['timeline', 'de', 'Wir starten im April.', 'timeline', { from: '2027-04-01', to: '2027-04-30' }],
    ['timeline', 'pt', 'na primeira semana de março', 'timeline', { from: '2027-03-01', to: '2027-03-07' }],
    [
      'timeline',
      'en',
      'first shift is Monday 7 December, it has to start then',
      'timeline',
      { from: '2026-12-07', to: '2026-12-07' },
    ],
    [
      'timeline',
      'en',
      'before our financial year ends on 31 March',
      'timeline',
      { from: null, to: '2027-03-31' },
    ],
    // Figures
    ['budget', 'en', 'R9000 a month', 'budget', { min: 9_000, max: 9_000, currency: 'ZAR', period: 'month' }],
    [
      'budget',
      'en',
      'Rs. 4,00,000 for the full year',
      'budget',
      { min: 400_000, max: 400_000, currency: 'INR', period: 'year' },
    ],
    [
      'budget',
      'es',
      'pues unos 300 al mes, euros claro',
      'budget',
      { min: 300, max: 300, currency: 'EUR', period: 'month' },
    ],
    [
      'budget',
      'en',
      '60 dollars a month at the very most',
      'budget',
      { min: null, max: 60, currency: 'USD', period: 'month' },
    ],
    ['budget', 'en', '25 bucks one time', 'budget', { min: 25, max: 25, currency: 'USD', period: 'once' }],
    ['team_size', 'en', "so there's thirty one of us that would be on it", 'team_size', { min: 31, max: 31 }],
    [
      'team_size',
      'en',
      'Fifteen. Two of those are volunteers but they count.',
      'team_size',
      { min: 15, max: 15 },
    ],
    [
      'team_size',
      'en',
      '9 front desk staff. sorry make that 11, forgot the two at the branch',
      'team_size',
      { min: 11, max: 11 },
    ],
    ['team_size', 'en', 'We already have 20 seats with you and need 15 more', null, { min: 15, max: 15 }],
    [
      'team_size',
      'it',
      'siamo già vostri clienti con 6 postazioni. ne vogliamo altre 20',
      null,
      { min: 20, max: 20 },
    ],
    ['team_size', 'it', 'siamo in 28 ma lo userebbero in 19', null, { min: 19, max: 19 }],
    [
      'team_size',
      'it',
      'siamo in 9, no scusa, coi due apprendisti siamo in 11',
      'team_size',
      { min: 11, max: 11 },
    ],
    // Who and where
    ['name', 'de', 'hallo, bin übrigens die Levke', null, 'Levke'],
    ['name', 'de', 'Na, dann danke ich Ihnen fürs Zuhören. Ilse Mönkemeier', null, 'Ilse Mönkemeier'],
    ['name', 'en', 'j.vale@harbourmill.example Jonas Vale', 'email', 'Jonas Vale'],
    ['company', 'en', "It's for Northgate Insurance.", null, 'Northgate Insurance'],
    [
      'company',
      'de',
      'ich schreibe für die Stadtwerke Brodenau und suche ein System',
      null,
      'Stadtwerke Brodenau',
    ],
    ['company', 'es', 'escribo de Transportes El Cóndor', null, 'Transportes El Cóndor'],
    ['company', 'en', 'Tallow & Finch is us', null, 'Tallow & Finch'],
    ['company', 'de', 'Die Organisation heisst Spitex Lindenhalde.', 'name', 'Spitex Lindenhalde'],
    ['role', 'en', 'office junior', 'role', 'office junior'],
    ['country', 'en', 'UAE, though our bookkeeper sits in Jordan', 'country', 'AE'],
    ['current_tool', 'nl', 'nu zit alles in Outlook', null, 'Outlook'],
    [
      'current_tool',
      'nl',
      'AFAS. O nee, dat klopt niet, dat is van salarissen. Voor die berichten gebruiken we Outlook.',
      'current_tool',
      'Outlook',
    ],
    // What for
    [
      'use_case',
      'en',
      'wanting online rebooking so nobody is stuck on hold',
      null,
      'online rebooking so nobody is stuck on hold',
    ],
    [
      'use_case',
      'en',
      "don't need anything that big now. I need chat plus a booking link for onboarding",
      null,
      'chat plus a booking link for onboarding',
    ],
    [
      'use_case',
      'de',
      'kann man bei euch alle Gästeanfragen in einem Posteingang beantworten?',
      null,
      'alle Gästeanfragen in einem Posteingang beantworten',
    ],
    [
      'use_case',
      'de',
      'wir suchen für 12 Leute ein Ticketsystem für Mandantenanfragen',
      null,
      'ein Ticketsystem für Mandantenanfragen',
    ],
    [
      'use_case',
      'en',
      'five clinics around Cork and patients keep double booking themselves online',
      null,
      'patients keep double booking themselves online',
    ],
    [
      'use_case',
      'de',
      'Die Neuen in Leoben sollen Schadensmeldungen von Mietern annehmen und Handwerker einteilen.',
      'team_size',
      'Schadensmeldungen von Mietern annehmen',
    ],
  ])('%s, %s: "%s"', (kind, language, text, asked, value) => {
    expect(read(kind, text, { language, asked })?.value).toEqual(value);
  });
});

describe('what is held is put right after other questions', () => {
  const size = { team_size: { min: 38, max: 38 } };
  it.each<[SlotKind, string, Situation, unknown]>([
    [
      'team_size',
      'it is 36 executives not 38, two have left',
      { asked: 'budget', known: size },
      { min: 36, max: 36 },
    ],
    [
      'team_size',
      'Zwei sind bis Herbst weg, rechnen Sie mit 36.',
      { language: 'de', asked: 'email', known: size },
      { min: 36, max: 36 },
    ],
    [
      'email',
      "oops, it's harbourlight with a u, not harborlight",
      { known: { email: 'moira@harborlight.example' } },
      'moira@harbourlight.example',
    ],
    [
      'company',
      'enganei-me há bocado: a empresa agora chama-se Marão Logística',
      { language: 'pt', asked: 'role', known: { company: 'Transportes Marão' } },
      'Marão Logística',
    ],
    [
      'phone',
      'ih, errei o número, o final é 0173',
      { language: 'pt', known: { phone: '+5581995550137' } },
      '+5581995550173',
    ],
  ])('%s: "%s"', (kind, text, situation, value) => {
    expect(read(kind, text, situation)).toMatchObject({ value, corrects: true });
  });
});

describe('what says something else is not taken', () => {
  it.each<[SlotKind, string, string, SlotKind | null]>([
    ['email', 'en', 'I prefer not to give my number', 'phone'],
    ['name', 'nl', 'wij willen online afspraken met herinneringen', null],
    ['name', 'en', 'A small practice in Cork here.', null],
    ['name', 'en', "We're on Cliniko now, it's grand apart from that.", 'email'],
    ['name', 'de', 'Meinen Namen behalte ich lieber für mich.', 'name'],
    ['company', 'de', 'Mein Schwager hat das bei Stahlbau Ermisch laufen', null],
    ['company', 'en', '17 people would use it', 'company'],
    ['team_size', 'en', 'eight hundred people ringing at once', null],
    ['team_size', 'it', 'le pizzerie sono 31', 'team_size'],
    ['team_size', 'en', 'and the phone ends in eight nine', 'team_size'],
    ['timeline', 'en', 'Policy 7.3 forbids it', 'timeline'],
    ['timeline', 'it', "sono 10 mila euro l'anno", 'timeline'],
    ['current_tool', 'en', '08035550199 is on whatsapp', 'phone'],
    ['use_case', 'nl', 'dat vertel ik u niet', 'use_case'],
    ['use_case', 'en', 'your booking page says my appointment is gone', null],
  ])('%s, %s: "%s"', (kind, language, text, asked) => {
    expect(read(kind, text, { language, asked })).toBeUndefined();
  });
});

describe('refusals and wishes in whichever order of words', () => {
  it.each<[SlotKind, string, string]>([
    ['phone', 'de', 'Eine Telefonnummer gebe ich grundsätzlich nicht heraus.'],
    ['phone', 'en', 'Nor that.'],
    ['email', 'de', 'meine adresse kriegen sie nicht'],
    ['use_case', 'de', 'Das sage ich Ihnen im Chat nicht.'],
    ['budget', 'de', 'Darüber gebe ich im Chat keine Auskunft.'],
    ['company', 'en', "I won't tell."],
  ])('%s is declined, %s: "%s"', (kind, language, text) => {
    expect(understand(text, { language, asked: kind }).declined.map((it) => it.kind)).toEqual([kind]);
  });

  it.each<[readonly Intent[], string, string, SlotKind | null]>([
    [['human_request'], 'es', 'no habrá una señorita que me atienda en lugar de la máquina', null],
    [[], 'de', 'Eine Telefonnummer gebe ich nicht heraus.', 'phone'],
    [['support'], 'en', 'the calendar sync in your app stopped this morning', null],
    [['opt_out'], 'de', 'nehmt mich bitte ausm verteiler raus', null],
    [['job_seeker'], 'en', 'I would like to apply for the support engineer position', null],
    [['partner_or_vendor'], 'it', 'vorremmo proporvi la localizzazione della vostra interfaccia', null],
    [['small_talk'], 'en', 'nah just browsing', 'use_case'],
    [['sales'], 'it', 'da 11 a 13 persone', 'team_size'],
    [['sales'], 'de', 'mehr als 120 € im Monat geht nicht', 'budget'],
  ])('%j, %s: "%s"', (intents, language, text, asked) => {
    expect(understand(text, { language, asked }).intents).toEqual(intents);
  });

  it('a private wedding is no business', () => {
    const { flags } = understand('è per il mio matrimonio, una cosa privata', { language: 'it' });
    expect(flags.noBusinessUse).toBe(true);
  });
});
