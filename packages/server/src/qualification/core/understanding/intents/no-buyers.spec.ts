import { describe, expect, it } from 'vitest';
import { turnOf } from '../../../../../test/read-one.js';
import { englishWords } from '../../words/english-words.js';
import { understandTurn } from '../understand.js';
import { readIntents } from './read-intents.js';

describe('who is no buyer', () => {
  it.each([
    ['en', 'are there any jobs at your company', 'job_seeker'],
    ['en', "I'm looking for work as a support agent", 'job_seeker'],
    ['en', 'is your company recruiting at the moment', 'job_seeker'],
    ['en', 'do you offer internships', 'job_seeker'],
    ['en', "I'd like to apply as a developer", 'job_seeker'],
    ['en', 'where can I send my application', 'job_seeker'],
    ['en', 'I saw your job ad', 'job_seeker'],
    ['de', 'Haben Sie offene Stellen?', 'job_seeker'],
    ['de', 'Ich suche einen Job', 'job_seeker'],
    ['de', 'Bieten Sie Praktika an?', 'job_seeker'],
    ['de', 'Ich würde gern bei Ihnen arbeiten', 'job_seeker'],
    ['de', 'Werden bei euch noch Leute eingestellt?', 'job_seeker'],
    ['en', "we'd like to become a reseller of yours", 'partner_or_vendor'],
    [
      'en',
      'our agency implements tools like yours for clients, is there a partner programme',
      'partner_or_vendor',
    ],
    ['en', 'I represent a telephony provider and would like to present our product', 'partner_or_vendor'],
    ['en', 'we offer translation services and wonder who buys these at your place', 'partner_or_vendor'],
    ['de', 'Wir sind eine Agentur und würden Ihre Software gern weiterverkaufen', 'partner_or_vendor'],
    ['de', 'Wir würden gern eine Schnittstelle zu Ihnen anbieten', 'partner_or_vendor'],
    ['de', 'Ich vertrete einen Anbieter für Büromöbel', 'partner_or_vendor'],
    ['de', 'Wer ist bei Ihnen für den Einkauf zuständig?', 'partner_or_vendor'],
    ['de', 'Wir bieten Callcenter-Dienstleistungen an', 'partner_or_vendor'],
    ['en', 'boost your sales with our email database of 2 million contacts', 'spam'],
    ['en', 'cheap web design for your website, reply for a quote', 'spam'],
    ['en', 'we can bring you to the top of google', 'spam'],
    ['en', 'invest in crypto and earn 300% per week', 'spam'],
    ['en', 'your site has SEO errors, I can fix them for $99', 'spam'],
    ['de', 'Wir bringen Ihre Website auf Platz 1 bei Google', 'spam'],
    ['de', 'Verdienen Sie 5000 Euro pro Woche von zu Hause', 'spam'],
    ['de', 'Günstige Follower für Ihr Instagram', 'spam'],
    ['de', 'Sie haben gewonnen! Klicken Sie hier', 'spam'],
    ['en', 'how are you doing today', 'small_talk'],
    ['en', "nice weather isn't it", 'small_talk'],
    ['en', 'are you a robot', 'small_talk'],
    ['en', 'just wanted to say hi', 'small_talk'],
    ['en', 'thanks, have a nice day', 'small_talk'],
    ['en', "what's your name", 'small_talk'],
    ['en', 'tell me something funny', 'small_talk'],
    ['de', "Na, wie geht's?", 'small_talk'],
    ['de', 'Schönes Wetter heute', 'small_talk'],
    ['de', 'Bist du ein Bot?', 'small_talk'],
    ['de', 'nur mal hallo sagen', 'small_talk'],
    ['de', 'Schönen Feierabend!', 'small_talk'],
  ])('%s: "%s" is %s and nothing to sell to', (language, text, intent) => {
    const { intents } = readIntents(turnOf(text, { language }));
    expect(intents).toContain(intent);
    expect(intents).not.toContain('sales');
  });

  it.each([
    ['en', 'we schedule job interviews and need a calendar'],
    ['en', 'we are a staffing agency and need shift planning for 30 temps'],
    ['en', 'do you have a plan for agencies?'],
    ['en', 'we sell furniture and need a shared inbox'],
    ['en', 'our team handles 10000 visitors a week'],
    ['en', 'we have a partner portal, does it integrate?'],
    ['en', 'I work for a supplier of dental tools, we need ticketing for 14 people'],
    ['en', 'we offer cleaning services to 300 clients and need scheduling'],
    ['en', 'we want to earn back time with better scheduling'],
    ['en', 'can it handle job applications and positions in our company'],
    ['de', 'Wir sind eine Zeitarbeitsfirma und suchen eine Schichtplanung'],
    ['de', 'Wir vertreiben Möbel und brauchen ein Ticketsystem'],
    ['de', 'wir vertreten 300 Mandanten und suchen eine Terminsoftware'],
    ['de', 'Wir suchen eine Lösung für Bewerbungsgespräche'],
    ['de', 'Wir bieten Pflege an und brauchen eine Einsatzplanung'],
    ['en', 'as a distributor of pumps we need a helpdesk for 20 agents'],
  ])('%s: "%s" is a buyer', (language, text) => {
    expect(readIntents(turnOf(text, { language })).intents).toEqual(['sales']);
  });

  it('given a vendor, when they name their people, then these are no users of ours', () => {
    const text = 'We have 50 developers and would like to become a reseller of yours';
    expect(understandTurn(turnOf(text), englishWords.readings).candidates.map((it) => it.kind)).not.toContain(
      'team_size',
    );
  });
});
