import path from 'node:path';
import type { WorkspaceId } from '@baton/shared-types';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createScratchDatabase, type ScratchDatabase } from '../../test/scratch-database.js';
import { systemClock } from '../kernel/clock.js';
import { createIds } from '../kernel/ids.js';
import { systemRandom } from '../kernel/random.js';
import { readArticleFolder } from './article-folder.adapter.js';
import { KnowledgeRepository } from './knowledge.repository.js';
import { KnowledgeService } from './knowledge.service.js';
import { PassageSearchRepository } from './passage-search.repository.js';

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
  database = await createScratchDatabase();
  service = new KnowledgeService(
    database.unitOfWork,
    ids,
    new KnowledgeRepository(),
    new PassageSearchRepository(),
  );
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

async function best(workspace: WorkspaceId, question: string, language: string) {
  return (await service.search(workspace, question, language, 5))[0];
}

test('PRINT', async () => {
  for (const { workspace, language, answerable, misspelt, unanswerable, greetings } of [ENGLISH, GERMAN]) {
    for (const [question, url] of [...answerable, ...misspelt]) {
      const all = await service.search(workspace, question, language, 5);
      const rank = all.findIndex((p) => p.url === url);
      console.log(
        rank === 0 ? 'ok ' : `MISS@${rank}`,
        all[0]?.score,
        question,
        '->',
        all[0]?.title,
        rank > 0 ? all[rank]?.title : '',
      );
    }
    for (const question of [...unanswerable, ...greetings]) {
      const top = await best(workspace, question, language);
      console.log('none', top?.score, question, '->', top?.title);
    }
  }
  expect(1).toBe(1);
});
