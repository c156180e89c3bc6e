import type { MessageId, SlotKind } from '@baton/shared-types';
import { describe, expect, it } from 'vitest';
import { readEmail } from './read-email.js';

function read(asked: SlotKind | null, language: string, text: string): readonly unknown[] {
  const candidates = readEmail({
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

describe('readEmail', () => {
  it.each<readonly [SlotKind | null, string, string, string]>([
    ['email', 'en', 'priya.raman@lumenoutdoor.example, Priya Raman', 'priya.raman@lumenoutdoor.example'],
    ['email', 'en', 'tom@hfl.test and my number is 212 555 0187', 'tom@hfl.test'],
    ['email', 'en', "it's d underscore lopez at riverstone dot example", 'd_lopez@riverstone.example'],
    ['email', 'en', 'Sure - maria (at) oakfield (dot) test', 'maria@oakfield.test'],
    ['email', 'en', 'mail is tim.b@gmial.com', 'tim.b@gmial.com'],
    ['email', 'en', 'hello@brickandbloom.test (Nadia Haddad, co-founder)', 'hello@brickandbloom.test'],
    ['email', 'en', 'use ops@wolfden.test please. Greta Lindholm, Wolfden Logistics', 'ops@wolfden.test'],
    [
      null,
      'en',
      'Regards,\nHelen Cho\nCustomer Experience Director\nBluebell Travel\nhelen@bluebell.test\n+44 20 7946 0991',
      'helen@bluebell.test',
    ],
    ['email', 'de', 'info at baeckerei minus sonnenschein punkt de', 'info@baeckerei-sonnenschein.de'],
    ['email', 'de', 'm.keller@kellerbau.example, Markus Keller, Bauleiter', 'm.keller@kellerbau.example'],
    ['email', 'es', 'ventas arroba floristeria punto example', 'ventas@floristeria.example'],
    [
      'email',
      'fr',
      'contact arobase plomberie tiret martin point example',
      'contact@plomberie-martin.example',
    ],
    ['email', 'it', 'info chiocciola pizzeriavesuvio punto example', 'info@pizzeriavesuvio.example'],
    ['email', 'en', 'sam@kitebay.test thx, sam', 'sam@kitebay.test'],
    ['email', 'en', "It's reception@cedarvet.example, attention Ola Brandt", 'reception@cedarvet.example'],
    [
      'email',
      'en',
      'quinn.mori@ferncliff.test. Quinn Mori, IT manager, Ferncliff College',
      'quinn.mori@ferncliff.test',
    ],
    ['email', 'en', "you'll reach me at l.brennan@tidal.example – Lorcan Brennan", 'l.brennan@tidal.example'],
    ['email', 'en', "r.osei@bluewren.example and I'm Rita", 'r.osei@bluewren.example'],
    ['email', 'en', 'My e-mail is abena@kentewear.example. I am the owner.', 'abena@kentewear.example'],
    ['email', 'en', "jan@gmail.com (yes gmail, we're tiny)", 'jan@gmail.com'],
    ['email', 'en', 'dont have one for work, use mine: petra99@yahoo.com', 'petra99@yahoo.com'],
    ['email', 'en', 'i think its kim at harborlight dot co dot uk', 'kim@harborlight.co.uk'],
    ['email', 'en', 'chris dot w at fennel minus group dot example', 'chris.w@fennel-group.example'],
    ['email', 'en', 'lee@@marlowe.test sorry lee@marlowe.test', 'lee@marlowe.test'],
    [
      'email',
      'en',
      'Please use dispatch@rowantransport.example, not my old one dave@rowan.example',
      'dispatch@rowantransport.example',
    ],
    ['email', 'de', 'a.sommer(at)sommerbau.example, Anton Sommer', 'a.sommer@sommerbau.example'],
    ['email', 'de', 'Die habe ich noch nicht, nehmen Sie info@kranich.example', 'info@kranich.example'],
    ['email', 'es', 'mi correo es pablo@rutasur.example, Pablo', 'pablo@rutasur.example'],
    ['email', 'nl', 'sanne apenstaartje tulpreizen punt example', 'sanne@tulpreizen.example'],
    ['email', 'en', 'hello@tideandtonic.example, Tide & Tonic Bar', 'hello@tideandtonic.example'],
    ['email', 'en', 'priti@opalvets.example, opal vets', 'priti@opalvets.example'],
    ['email', 'en', 'thanks — Rosalind Achebe, rosalind@quarrystone.example', 'rosalind@quarrystone.example'],
    ['email', 'en', 'mike99 at swiftcargo dot test thats nine nine', 'mike99@swiftcargo.test'],
    ['email', 'en', 'nina.k @ palmhouse.test', 'nina.k@palmhouse.test'],
    ['email', 'en', 'nina at palmhouse.test', 'nina@palmhouse.test'],
    ['email', 'en', 'info@palmhouse.test or better tess@palmhouse.test', 'tess@palmhouse.test'],
    ['email', 'en', 'TESS@PALMHOUSE.TEST', 'tess@palmhouse.test'],
    ['email', 'en', 'mailto:tess@palmhouse.test', 'tess@palmhouse.test'],
    ['email', 'en', '<tess@palmhouse.test>', 'tess@palmhouse.test'],
    ['email', 'en', 'tess underscore b at palm dash house dot co dot uk', 'tess_b@palm-house.co.uk'],
    [
      'email',
      'en',
      'tess dot b at palmhouse dot example no wait, tessa dot b at palmhouse dot example',
      'tessa.b@palmhouse.example',
    ],
    ['email', 'de', 't.berg ät palmhaus punkt de', 't.berg@palmhaus.de'],
    ['email', 'de', 't punkt berg at palm bindestrich haus punkt example', 't.berg@palm-haus.example'],
    ['email', 'de', 'info klammeraffe palmhaus punkt example', 'info@palmhaus.example'],
    ['email', 'de', 't-berg@palmhaus.example, Tobias Berg, ich leite den Einkauf', 't-berg@palmhaus.example'],
    ['email', 'es', 'ana guion bajo ruiz arroba rutasur punto example', 'ana_ruiz@rutasur.example'],
    ['email', 'es', 'ana.ruiz(arroba)rutasur.example', 'ana.ruiz@rutasur.example'],
    ['email', 'fr', 'jean point petit arobase alpes point example', 'jean.petit@alpes.example'],
    ['email', 'fr', 'jean.petit chez alpes point example', 'jean.petit@alpes.example'],
    ['email', 'it', 'marta trattino basso rossi chiocciola colle punto example', 'marta_rossi@colle.example'],
    ['email', 'it', 'marta punto rossi chiocciola colleverde punto it', 'marta.rossi@colleverde.it'],
    ['email', 'pt', 'joana ponto reis arroba vida ponto example', 'joana.reis@vida.example'],
    ['email', 'nl', 'daan punt vos apenstaartje fiets punt example', 'daan.vos@fiets.example'],
  ])(
    'given that %s was asked for, in %s, when the visitor writes %j, then an e-mail address is read: %s',
    (asked, language, text, value) => {
      expect(read(asked, language, text).at(-1)).toBe(value);
    },
  );

  it.each<readonly [SlotKind | null, string, string]>([
    ['email', 'en', "I don't have one"],
    ['email', 'en', 'you can reach my boss at karen@oakfield.test'],
    ['email', 'en', 'you first :)'],
    ['email', 'en', 'my address is my business'],
    ['email', 'en', 'palmhouse.test, nina'],
  ])(
    'given that %s was asked for, in %s, when the visitor writes %j, then nothing is read',
    (asked, language, text) => {
      expect(read(asked, language, text)).toEqual([]);
    },
  );
});
