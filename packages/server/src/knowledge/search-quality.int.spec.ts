import path from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { createScratchDatabase, type ScratchDatabase } from '../../test/scratch-database.js';
import { systemClock } from '../kernel/clock.js';
import { createIds } from '../kernel/ids.js';
import { systemRandom } from '../kernel/random.js';
import { readArticleFolder } from './article-folder.adapter.js';
import { assembleKnowledge } from './assemble-knowledge.js';
import { RECOMMENDED_MINIMUM } from './core/score-similarity.js';
import type { KnowledgeService } from './knowledge.service.js';
import { SearchCache } from './search-cache.js';

const ids = createIds(systemClock, systemRandom);
const DEMO = path.join(import.meta.dirname, '../../demo');

const ENGLISH = {
  workspace: ids.next('wsp'),
  slug: 'tidewater',
  language: 'en',
  answerable: [
    ['Hi! How much does it cost for a team of 40?', '/help/pricing'],
    ['what are your prices', '/help/pricing'],
    ['Is there a discount for non-profits?', '/help/pricing'],
    ['can we pay by invoice', '/help/pricing'],
    ['Does it work with Outlook?', '/help/integrations'],
    ['Do you integrate with Slack and Zapier?', '/help/integrations'],
    ['we use hubspot, is there a connector', '/help/integrations'],
    ['Can employees swap shifts themselves?', '/help/shift-planning'],
    ['does it warn about overtime', '/help/shift-planning'],
    ['Can customers book online and get a text message reminder?', '/help/booking'],
    ['can we take a deposit when somebody books', '/help/booking'],
    ['do you support whatsapp', '/help/shared-inbox'],
    ['Where is our data stored, in the EU?', '/help/security'],
    ['Are you GDPR compliant?', '/help/security'],
    ['do you have SSO with Okta', '/help/security'],
    ['How long does onboarding take?', '/help/onboarding'],
    ['we want to move from Zendesk, can you import our data', '/help/onboarding'],
    ['Is there a free trial?', '/help/trial'],
    ['how do I cancel my subscription', '/help/trial'],
    ['Do you have a REST API with webhooks?', '/help/api'],
    ['what are the rate limits of the api', '/help/api'],
    ['is there an app for android', '/help/mobile-app'],
    ['can I export reports to Power BI', '/help/reporting'],
    ['when can I reach your support team, and by phone?', '/help/support'],
    ['I would like to see a demo', '/help/support'],
  ],
  fresh: [
    ['hey, whats the monthly price for the starter tier', '/help/pricing'],
    ['is training included and how many sessions do we get', '/help/onboarding'],
    ['does the mobile app work offline', '/help/mobile-app'],
    ['are you SOC 2 certified?', '/help/security'],
    ['do you encrypt data at rest', '/help/security'],
    ['what happens to our data after we leave', '/help/trial'],
    ['do we need a credit card to try it', '/help/trial'],
    ['we run 6 clinics in different time zones, can one account handle that', '/help/shift-planning'],
    ['can patients reschedule their appointment on their own', '/help/booking'],
    ['does it sync with google calendar', '/help/integrations'],
    ['we are on salesforce', '/help/integrations'],
    ['can we assign conversations automatically', '/help/shared-inbox'],
    ['which langauges does your support speak', '/help/support'],
    ['can I get the money back if we dont like it', '/help/trial'],
    ['do you have webhooks for new bookings', '/help/api'],
    ['how do you measure customer satisfaction', '/help/reporting'],
  ],
  misspelt: [
    ['do you have an intgration with outlok', '/help/integrations'],
    ['what is the pirce of the entreprise plan', '/help/pricing'],
    ['is it gdpr complient and wher is the data residancy', '/help/security'],
    ['apointment remindrs', '/help/booking'],
    ['how can i cancle', '/help/trial'],
    ['shfit planing for two locatons', '/help/shift-planning'],
  ],
  unanswerable: [
    'Do you sell espresso machines?',
    'What is the capital of Mongolia?',
    'my dog ate the charger, do you ship replacements to Brazil',
    'who won the football match yesterday',
    'Can you write me a poem about autumn leaves?',
    'are you hiring backend engineers in Berlin',
    'We offer SEO backlinks and guest posts for your domain',
    'bitcoin investment opportunity with guaranteed profit',
    'I am a dentist in Leeds',
    'My name is Sarah Connor and I work for Cyberdyne',
  ],
  greetings: [
    'hi',
    'Hello there!',
    'thanks a lot',
    'ok great',
    '',
    '   ',
    '???',
    '👋',
    'Can you help me please?',
    'good morning',
  ],
} as const;

const GERMAN = {
  workspace: ids.next('wsp'),
  slug: 'alpenrad',
  language: 'de',
  answerable: [
    ['Was kostet das für 30 Leute?', '/hilfe/preise'],
    ['Welche Tarife gibt es?', '/hilfe/preise'],
    ['Gibt es Rabatt für Vereine?', '/hilfe/preise'],
    ['Kann ich auf Rechnung bezahlen?', '/hilfe/preise'],
    ['Funktioniert das mit Outlook?', '/hilfe/integrationen'],
    ['Habt ihr eine Anbindung an DATEV?', '/hilfe/integrationen'],
    ['Können Mitarbeiter Schichten tauschen?', '/hilfe/dienstplanung'],
    ['Wir suchen eine Software für die Schichtplanung', '/hilfe/dienstplanung'],
    ['Kunden sollen online Termine buchen können', '/hilfe/terminbuchung'],
    ['Erinnerung per SMS', '/hilfe/terminbuchung'],
    ['unterstützt ihr WhatsApp', '/hilfe/posteingang'],
    ['Wo werden unsere Daten gespeichert?', '/hilfe/datenschutz'],
    ['Seid ihr DSGVO konform und gibt es einen AVV?', '/hilfe/datenschutz'],
    ['Wie lange dauert die Einführung?', '/hilfe/einfuehrung'],
    ['Kann ich kostenlos testen?', '/hilfe/testen'],
    ['Wie ist die Kündigungsfrist?', '/hilfe/testen'],
    ['Gibt es eine API?', '/hilfe/api'],
    ['Gibt es die App auch für Android?', '/hilfe/app'],
    ['Kann ich Auswertungen als CSV exportieren?', '/hilfe/auswertungen'],
    ['Wann ist der Support telefonisch erreichbar?', '/hilfe/support'],
  ],
  fresh: [
    ['Was kostet der Tarif Team im Monat?', '/hilfe/preise'],
    ['Liegen die Daten in Deutschland?', '/hilfe/datenschutz'],
    ['Wie lange ist die Testphase?', '/hilfe/testen'],
    ['Können wir von Papershift umziehen?', '/hilfe/einfuehrung'],
    ['Kann man sich in die Zeiterfassung mit dem Handy einstempeln?', '/hilfe/dienstplanung'],
    ['Läuft die App auf dem iPhone?', '/hilfe/app'],
    ['Wie kann ich mein Abo kündigen?', '/hilfe/testen'],
    ['Bekommen Kunden Terminerinnerungen?', '/hilfe/terminbuchung'],
    ['Welche Sprachen sprecht ihr im Support?', '/hilfe/support'],
    ['Gibt es eine Schnittstelle zu unserem Lohnprogramm', '/hilfe/integrationen'],
  ],
  misspelt: [
    ['Gibt es eine Kuendigungsfrist', '/hilfe/testen'],
    ['dinstplanung fuer mehrere standorte', '/hilfe/dienstplanung'],
    ['datenschuz und zertifikatte', '/hilfe/datenschutz'],
    ['teminbuchung auf der webseite', '/hilfe/terminbuchung'],
  ],
  unanswerable: [
    'Verkauft ihr auch Fahrräder?',
    'Wie wird das Wetter in Hamburg?',
    'Schreib mir bitte ein Gedicht über den Herbst',
    'Sucht ihr noch Entwickler in Graz?',
    'Mein Hund hat das Ladegerät gefressen',
  ],
  greetings: ['Hallo', 'Guten Tag!', 'Vielen Dank', 'servus', 'ja gerne', 'Können Sie mir helfen?'],
} as const;

let database: ScratchDatabase;
let service: KnowledgeService;

beforeAll(async () => {
  database = await createScratchDatabase(inject('postgresUrl'));
  service = await assembleKnowledge({ unitOfWork: database.unitOfWork, ids, cache: new SearchCache() });
  for (const { workspace, slug, language } of [ENGLISH, GERMAN]) {
    await database.asOwner('INSERT INTO workspace (workspace_id, name, slug) VALUES ($1, $2, $2)', [
      workspace,
      slug,
    ]);
    await service.replaceArticles(
      workspace,
      await readArticleFolder(path.join(DEMO, slug, 'knowledge'), language),
    );
  }
});
afterAll(() => database.stop());

async function firstUrls(
  world: typeof ENGLISH | typeof GERMAN,
  pairs: readonly (readonly [string, string])[],
) {
  const { workspace, language } = world;
  const misses: string[] = [];
  for (const [question, url] of pairs) {
    const [best] = await service.search(workspace, question, language, 3);
    if (best?.url !== url) misses.push(`${question} -> ${best?.title}`);
  }
  return misses;
}

test('what visitors tell around a question does not water it down', async () => {
  const message =
    'hi, we need reminders and a shared inbox for our vet clinics. do you integrate with outlook?';
  const [best] = await service.search(ENGLISH.workspace, message, 'en', 3);
  expect(best?.title).toBe('Integrations › Calendars');
});

for (const world of [ENGLISH, GERMAN]) {
  test(`${world.slug}: the first passage answers every question that the search was tuned on`, async () => {
    expect(await firstUrls(world, world.answerable)).toEqual([]);
  });

  test(`${world.slug}: the first passage answers nine in ten questions that it was not tuned on`, async () => {
    const misses = await firstUrls(world, world.fresh);
    expect(misses.length, misses.join('\n')).toBeLessThanOrEqual(world.fresh.length / 10);
  });

  test(`${world.slug}: typing errors and spelled-out umlauts are repaired`, async () => {
    expect(await firstUrls(world, world.misspelt)).toEqual([]);
  });

  test(`${world.slug}: a question beside the point stays under the recommended minimum score`, async () => {
    for (const question of world.unanswerable) {
      const [best] = await service.search(world.workspace, question, world.language, 1);
      expect(best?.score ?? 0, question).toBeLessThan(RECOMMENDED_MINIMUM);
    }
  });

  test(`${world.slug}: a tuned question stays above it`, async () => {
    for (const [question] of world.answerable) {
      const [best] = await service.search(world.workspace, question, world.language, 1);
      expect(best?.score ?? 0, question).toBeGreaterThanOrEqual(RECOMMENDED_MINIMUM);
    }
  });

  test(`${world.slug}: a greeting or an empty question finds nothing`, async () => {
    for (const text of world.greetings)
      expect(await service.search(world.workspace, text, world.language, 3), text).toEqual([]);
  });
}
