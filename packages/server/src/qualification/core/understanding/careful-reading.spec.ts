import type { SlotKind } from '@baton/shared-types';
import { describe, expect, it } from 'vitest';
import { turnOf } from '../../../../test/read-one.js';
import { englishWords } from '../words/english-words.js';
import { understandTurn } from './understand.js';

const read = (text: string, kind: SlotKind, language: string, asked: SlotKind | null) =>
  understandTurn(turnOf(text, { language, asked }), englishWords.readings).candidates.find(
    (candidate) => candidate.kind === kind,
  )?.value;

describe('of several that are named, the right one is read', () => {
  it.each<[SlotKind, string, string, unknown]>([
    [
      'email',
      'en',
      'work one is p.novak@steel.example but please write to petra@box.test instead',
      'petra@box.test',
    ],
    ['phone', 'en', 'fax is +49 30 23125 111, phone +49 30 23125 110', '+493023125110'],
    ['phone', 'de', 'Schweizer Nummer: 044 555 01 88, aber erst ab 14 Uhr', '+41445550188'],
    ['phone', 'fr', 'numéro belge : 0470 55 01 23', '+32470550123'],
    ['country', 'de', 'Kunden haben wir in Polen, sitzen tun wir aber in Luxemburg', 'LU'],
    ['country', 'fr', 'nos clients sont en Suisse mais la boîte est en France', 'FR'],
    ['country', 'pt', 'moro em Portugal mas a empresa fica no Brasil', 'BR'],
    ['country', 'nl', 'België, maar we leveren ook in Nederland', 'BE'],
    ['country', 'en', 'we had an office in Canada but closed it, its only Ireland now', 'IE'],
    ['role', 'de', 'früher Vertriebsleiter, jetzt Geschäftsführer', 'Geschäftsführer'],
    ['team_size', 'de', 'früher waren wir 30, jetzt 12', { min: 12, max: 12 }],
    ['current_tool', 'en', 'my old job had Zendesk. here its Freshchat', 'Freshchat'],
    ['current_tool', 'nl', 'we zitten nu op Topdesk, daarvoor Jira', 'Topdesk'],
    ['current_tool', 'en', 'pen and paper, seriously', 'pen and paper'],
    ['current_tool', 'en', 'we use Zendesk and right now nothing works', 'Zendesk'],
    ['email', 'de', 'prima: dana@praxis.example', 'dana@praxis.example'],
    [
      'budget',
      'de',
      'Wenn wir im Januar starten würden, wäre unser Budget 900 Euro im Monat',
      { min: 900, max: 900, currency: 'EUR', period: 'month' },
    ],
    ['timeline', 'de', 'nicht im Dezember, erst ab Februar', { from: '2027-02-01', to: null }],
    ['timeline', 'en', 'We could not begin before 1 May 2027.', { from: '2027-05-01', to: null }],
    ['budget', 'de', 'max. 1.500,- € im Monat', { min: null, max: 1_500, currency: 'EUR', period: 'month' }],
    [
      'budget',
      'de',
      'so zwischen zwei- und dreitausend euro im jahr',
      { min: 2_000, max: 3_000, currency: 'EUR', period: 'year' },
    ],
    ['team_size', 'it', 'dai 10 ai 15, dipende dalla stagione', { min: 10, max: 15 }],
    [
      'email',
      'de',
      'a@privat.test, ach ne nehmen sie lieber die von der arbeit: b@kanzlei.example',
      'b@kanzlei.example',
    ],
    [
      'email',
      'de',
      'früher info@alt.example, gibts aber nicht mehr. jetzt kontakt@neu.example',
      'kontakt@neu.example',
    ],
    ['country', 'de', 'nicht mehr in Deutschland, sind letztes Jahr nach Luxemburg umgezogen', 'LU'],
    ['country', 'en', 'Were going to move to Portugal but that fell through so still Spain', 'ES'],
    ['role', 'de', 'ich werd hier nächstes Jahr Teamleiter, aktuell noch Sachbearbeiter', 'Sachbearbeiter'],
    ['team_size', 'en', '12. no wait 14, forgot the two new girls', { min: 14, max: 14 }],
    [
      'timeline',
      'de',
      'Ursprünglich Dezember, wurde verschoben, jetzt Mai',
      { from: '2027-05-01', to: '2027-05-31' },
    ],
    [
      'budget',
      'en',
      '£30 per head per month, not a penny more',
      { min: null, max: 30, currency: 'GBP', period: 'seat_month' },
    ],
    ['name', 'de', 'Gestatten, Hildegard Brömmelkamp mein Name.', 'Hildegard Brömmelkamp'],
    ['name', 'nl', 'sanne van der meulen', 'Sanne van der Meulen'],
    ['name', 'en', 'Ian Boyd <ian@boyd.example>', 'Ian Boyd'],
  ])('%s: "%s: %s"', (kind, language, text, value) => {
    expect(read(text, kind, language, kind)).toEqual(value);
  });

  it('a signature is read line by line', () => {
    const text =
      'please send us your price list.\nKind regards,\nAnna van der Berg\nHead of Operations\nTulip Freight BV';
    expect(read(text, 'name', 'en', null)).toBe('Anna van der Berg');
    expect(read(text, 'role', 'en', null)).toBe('Head of Operations');
    expect(read(text, 'company', 'en', null)).toBe('Tulip Freight BV');
  });
});

describe('what is not theirs, or nothing at all, is not read', () => {
  it.each<[SlotKind, string, string]>([
    ['email', 'en', 'you keep writing to me from noreply@vendor.example'],
    ['email', 'de', 'schicken sies bloß nicht an info@altefirma.example, die adresse gibts nicht mehr'],
    ['email', 'en', "I used to be lena@oldmill.example but that one's dead"],
    ['country', 'de', 'Wir liefern in die Schweiz'],
    ['team_size', 'de', 'rund 4000 Kunden und 7 Filialen'],
    [
      'budget',
      'de',
      'wenn wir die Förderung kriegen würden wären 20.000 drin, aber die ist abgelehnt worden',
    ],
    ['use_case', 'de', 'sag ich wenn ich den preis kenn'],
    ['current_tool', 'en', "rather not say, we're still under contract with them"],
    ['company', 'de', 'Unser Lieferant, die Nordmetall Krüger GmbH, hat Sie empfohlen.'],
    ['current_tool', 'es', 'estábamos con Zendesk pero lo quitamos, ahora nada'],
    ['current_tool', 'de', 'Calendly ist längst gekündigt. Aktuell gar nichts.'],
    ['current_tool', 'en', 'looked at Tidio but never bought it'],
    ['use_case', 'de', 'weiss ich noch nicht genau, schau mich erstmal um'],
    ['timeline', 'de', 'hat keine Eile, voriges Jahr im September wollten wir schon mal, wurde aber nix'],
  ])('%s: "%s: %s"', (kind, language, text) => {
    expect(read(text, kind, language, kind)).toBeUndefined();
  });

  it('a number in a company’s name counts nobody', () => {
    expect(read('7 Sisters Plumbing', 'team_size', 'en', 'company')).toBeUndefined();
    expect(read('7 Sisters Plumbing', 'company', 'en', 'company')).toBe('7 Sisters Plumbing');
  });
});
