import type { MessageId, SlotKind } from '@baton/shared-types';
import { describe, expect, it } from 'vitest';
import { readRole } from './read-role.js';

function read(asked: SlotKind | null, language: string, text: string): readonly unknown[] {
  const candidates = readRole({
    messages: [{ id: 'msg_1' as MessageId, text }],
    asked,
    lastAssistantText: null,
    now: '2026-11-20T09:00:00.000Z',
    timeZone: 'Europe/London',
    language,
    known: {},
  });
  for (const { evidence } of candidates) {
    for (const { start, end, quote } of evidence) expect(text.slice(start, end)).toBe(quote);
  }
  return candidates.map((candidate) => candidate.value);
}

describe('readRole', () => {
  it.each<readonly [SlotKind | null, string, string, string]>([
    [
      null,
      'en',
      "Hi, this is Priya Raman, head of customer care at Lumen Outdoor. We're comparing tools.",
      'head of customer care',
    ],
    [null, 'en', 'I work at Delphi Insurance as a team lead', 'team lead'],
    [null, 'en', 'As COO of Marlin Freight I need numbers.', 'COO'],
    ['name', 'en', 'Kwame Asante, operations manager at Volta Foods', 'operations manager'],
    ['role', 'en', 'ops lead', 'ops lead'],
    ['role', 'en', 'Owner.', 'Owner'],
    ['role', 'en', "I'm the practice manager here", 'practice manager'],
    ['role', 'en', 'head of cx', 'head of cx'],
    ['role', 'en', 'CFO, but I handle IT too', 'CFO'],
    ['role', 'en', 'office mgr / dispatcher', 'office mgr'],
    ['role', 'en', 'customer support team lead', 'customer support team lead'],
    ['role', 'en', "i'm just an intern", 'intern'],
    ['role', 'en', 'Director of Patient Services at Elmwood', 'Director of Patient Services'],
    ['role', 'en', 'VP Operations', 'VP Operations'],
    ['email', 'en', 'hello@brickandbloom.test (Nadia Haddad, co-founder)', 'co-founder'],
    [
      null,
      'en',
      'Regards,\nHelen Cho\nCustomer Experience Director\nBluebell Travel\nhelen@bluebell.test\n+44 20 7946 0991',
      'Customer Experience Director',
    ],
    [null, 'de', 'Hallo, hier ist Jonas Weber, IT-Leiter bei Kaufmann Logistik', 'IT-Leiter'],
    [null, 'de', 'Ich bin Geschäftsführer der Reinigung Blitzblank OHG', 'Geschäftsführer'],
    ['name', 'de', 'Petra Schulze, Kundendienstleitung', 'Kundendienstleitung'],
    ['email', 'de', 'm.keller@kellerbau.example, Markus Keller, Bauleiter', 'Bauleiter'],
    [
      null,
      'es',
      'Buenas, me llamo Andrés Quintana y soy jefe de taller en Talleres Quintana',
      'jefe de taller',
    ],
    ['name', 'es', 'Marisol, la encargada', 'encargada'],
    [
      null,
      'fr',
      'Bonjour, je suis Claire Fontaine, responsable du service client chez Maison Duval',
      'responsable du service client',
    ],
    ['name', 'fr', 'Bruno Lemaire, gérant', 'gérant'],
    ['name', 'pt', 'João Pedro Alves, gerente comercial', 'gerente comercial'],
    ['name', 'it', 'Giulia Ferraro, titolare dello Studio Ferraro', 'titolare'],
    [null, 'nl', 'Ik ben Anouk Smit, hoofd klantenservice bij Tulp Reizen BV', 'hoofd klantenservice'],
    ['name', 'en', 'You may call me Fatoumata, I am the receptionist', 'receptionist'],
    ['name', 'en', 'Dr Imani Walker, medical director', 'medical director'],
    ['email', 'en', 'quinn.mori@ferncliff.test. Quinn Mori, IT manager, Ferncliff College', 'IT manager'],
    ['email', 'en', 'My e-mail is abena@kentewear.example. I am the owner.', 'owner'],
    [
      null,
      'en',
      'Good afternoon. Fiona MacLeod, facilities manager at Strathmore College.',
      'facilities manager',
    ],
    [null, 'en', "I'm a freelance bookkeeper", 'freelance bookkeeper'],
    [null, 'en', 'I work for the City of Dunmore as a housing officer', 'housing officer'],
    [null, 'en', 'CTO of a 40 person startup here', 'CTO'],
    ['role', 'en', 'founder / ceo / janitor lol', 'founder'],
    ['role', 'en', 'Senior Customer Success Manager', 'Senior Customer Success Manager'],
    ['role', 'en', 'procurement', 'procurement'],
    ['role', 'en', "I'm a dispatcher.", 'dispatcher'],
    ['role', 'en', 'Sort of everything, officially "office manager"', 'office manager'],
    ['role', 'en', 'lead nurse, why', 'lead nurse'],
    ['name', 'de', 'Henning Möller, Prokurist bei der Nordwind Kälte GmbH', 'Prokurist'],
    [null, 'de', 'Ich arbeite bei der Schreinerei Huber und bin Büroleiterin', 'Büroleiterin'],
    ['role', 'de', 'Leiterin Einkauf', 'Leiterin Einkauf'],
    ['role', 'de', 'Sachbearbeiterin im Innendienst', 'Sachbearbeiterin im Innendienst'],
    [null, 'es', 'soy la dueña de una peluquería', 'dueña'],
    ['name', 'es', 'Inés Calatrava, directora de operaciones en Grupo Nervión', 'directora de operaciones'],
    [null, 'fr', "je suis gérante d'un institut de beauté à Nantes", 'gérante'],
    ['name', 'fr', 'Thibault Garnier, directeur technique, Alpes Ascenseurs', 'directeur technique'],
    [null, 'pt', 'me chamo Camila Duarte, sou gerente da Clínica Bem Viver', 'gerente'],
    [null, 'it', 'Buonasera, sono il responsabile acquisti di Gruppo Fontana SpA', 'responsabile acquisti'],
    ['role', 'nl', 'bedrijfsleider', 'bedrijfsleider'],
    [null, 'en', 'Myself Ramesh Iyer, working as operations head in Kaveri Textiles', 'operations head'],
    ['name', 'en', 'I am Oyelaran Bamidele, the MD', 'MD'],
  ])(
    'given that %s was asked for, in %s, when the visitor writes %j, then a job title is read: %s',
    (asked, language, text, value) => {
      expect(read(asked, language, text).at(-1)).toBe(value);
    },
  );

  it.each<readonly [SlotKind | null, string, string]>([
    ['role', 'en', 'I manage the front desk'],
    ['role', 'en', 'I look after the reception team'],
    ['role', 'en', 'i run the place'],
    ['role', 'de', 'Ich leite den Kundendienst'],
  ])(
    'given that %s was asked for, in %s, when the visitor writes %j, then nothing is read',
    (asked, language, text) => {
      expect(read(asked, language, text)).toEqual([]);
    },
  );
});
