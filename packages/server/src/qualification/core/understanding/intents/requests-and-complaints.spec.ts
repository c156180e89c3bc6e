import { describe, expect, it } from 'vitest';
import { turnOf } from '../../../../../test/read-one.js';
import { englishWords } from '../../words/english-words.js';
import { understandTurn } from '../understand.js';
import { readIntents } from './read-intents.js';

const intentsOf = (language: string, text: string) => readIntents(turnOf(text, { language })).intents;

describe('requests for a person', () => {
  it.each([
    ['en', 'is there anyone I can ring'],
    ['en', 'who do I speak to about this?'],
    ['en', 'get me your manager'],
    ['en', 'call me back'],
    ['en', 'put me through please'],
    ['en', 'can I get a callback tomorrow morning'],
    ['en', "I'd rather explain it on the phone"],
    ['en', 'is there a number I can call?'],
    ['en', 'let me talk to somebody in charge'],
    ['en', 'do you have a phone number'],
    ['en', 'give me a call at 5'],
    ['en', 'enough of this bot'],
    ['de', 'verbinden Sie mich bitte'],
    ['de', 'Ich hätte gern einen Rückruf'],
    ['de', 'gibt es da jemand Echtes?'],
    ['en', 'Is there a sales person around?'],
    ['de', 'Können Sie mir bitte jemanden geben?'],
    ['de', 'Geben Sie mir mal bitte einen Mitarbeiter'],
    ['de', 'Holt mir doch mal den Chef'],
    ['de', 'Kann mich mal jemand anrufen?'],
    ['de', 'Guten Tag, ich möchte bitte mit einem Menschen sprechen'],
    ['de', 'Wen kann ich anrufen?'],
    ['de', 'bitte rufen Sie mich zurück'],
    ['de', 'kann ich den Chef sprechen'],
    ['de', 'Ich will keinen Bot, ich will einen Menschen'],
    ['de', 'Kann sich jemand bei mir melden?'],
    ['de', 'Habt ihr eine Telefonnummer?'],
    ['es', '¿Puedo hablar con alguien?'],
    ['es', 'páseme con un agente'],
    ['es', '¿me pueden llamar?'],
    ['es', '¿hay alguien con quien pueda hablar?'],
    ['es', 'quiero que me llamen mañana'],
    ['fr', "je voudrais parler à quelqu'un"],
    ['fr', 'passez-moi un conseiller'],
    ['fr', 'pouvez-vous me rappeler ?'],
    ['fr', "à qui puis-je m'adresser ?"],
    ['fr', 'mettez-moi en relation avec un commercial'],
    ['it', 'vorrei parlare con qualcuno'],
    ['it', 'mi potete richiamare?'],
    ['it', "c'è qualcuno con cui posso parlare?"],
    ['it', 'mi passi un operatore'],
    ['it', 'posso essere ricontattato?'],
    ['pt', 'queria falar com alguém'],
    ['pt', 'podem me ligar?'],
    ['pt', 'me passa para um atendente'],
    ['pt', 'tem alguém que possa falar comigo?'],
    ['nl', 'kan ik iemand spreken?'],
    ['nl', 'verbind me door'],
    ['nl', 'kunnen jullie me terugbellen?'],
    ['nl', 'is er iemand die ik kan bellen?'],
    ['nl', 'ik wil een echt mens spreken'],
  ])('%s: "%s" asks for a person and for nothing to buy', (language, text) => {
    const { intents, candidates } = understandTurn(turnOf(text, { language }), englishWords.readings);
    expect(intents).toContain('human_request');
    expect(intents).not.toContain('sales');
    expect(candidates.map((it) => it.kind)).not.toContain('use_case');
  });

  it.each([
    ['en', 'no need to call'],
    ['en', 'not a human, just the price'],
    ['de', 'bitte keinen Anruf'],
    ['de', 'Können Sie mir jemanden empfehlen?'],
    ['de', 'Geben Sie mir bitte den Mitarbeiter-Rabatt'],
    ['en', 'we miss calls all the time'],
    ['en', 'our customers want to talk to a real person, not a bot'],
    ['en', 'we call customers back by hand'],
    ['en', 'do you transfer tickets between agents?'],
    ['en', 'can agents put callers through to a colleague?'],
    ['en', 'we need to connect our phone system'],
    ['en', 'are you a human or a bot?'],
    ['en', 'my name is Dana, call me Dee'],
    ['en', "it's 12 agents and 2 supervisors"],
    ['en', 'can it call our API'],
    ['en', "please don't ring me, mail only"],
    ['en', 'nobody has to call me'],
    ['en', 'do you support phone calls?'],
    ['en', 'we have a support team of 8'],
    ['en', 'who uses this? 12 people'],
    ['en', 'we want to contact customers by sms'],
    ['en', 'our reps talk to 200 people a day'],
    ['en', 'we need a way for patients to get a callback'],
    ['en', 'what is the contract length'],
    ['de', 'Rückrufe gehen bei uns unter'],
    ['de', 'wir telefonieren viel mit Kunden'],
    ['de', 'Unser Team besteht aus 12 Mitarbeitern'],
    ['de', 'niemand muss mich anrufen'],
    ['de', 'Wir brauchen eine Lösung für unsere Mitarbeiter'],
    ['de', 'Kann man damit Anrufe weiterleiten?'],
    ['de', 'ein Kollege hat euch empfohlen'],
    ['es', 'somos 12 personas'],
    ['es', 'no hace falta que me llamen'],
    ['es', 'buscamos algo para gestionar llamadas'],
    ['es', 'hablo con mi jefe y te digo'],
    ['fr', 'nous sommes 12 conseillers'],
    ['fr', "pas besoin de m'appeler"],
    ['fr', 'nous appelons nos clients pour confirmer'],
    ['fr', 'je vais en parler à mon responsable'],
    ['it', 'siamo 12 operatori'],
    ['it', 'non serve chiamarmi'],
    ['it', 'i clienti ci chiamano di continuo'],
    ['pt', 'somos 12 atendentes'],
    ['pt', 'não precisa me ligar'],
    ['pt', 'os clientes ligam o dia todo'],
    ['nl', 'we zijn met 12 medewerkers'],
    ['nl', 'bellen is niet nodig'],
    ['nl', 'klanten bellen ons de hele dag'],
    ['en', "I'll talk to my boss first"],
    ['en', 'I need to speak to my manager before deciding'],
    ['en', 'Let me check with my team'],
    ['en', 'my colleague can answer that'],
  ])('%s: "%s" asks for nobody', (language, text) => {
    expect(intentsOf(language, text)).not.toContain('human_request');
  });

  it('given the question for contact data, when the number comes as "call me at", then it is only the number', () => {
    const context = turnOf('Call me at (312) 555-0147 after two', { asked: 'email' });
    expect(readIntents(context).intents).not.toContain('human_request');
  });
});

describe('complaints', () => {
  it.each([
    ['de', 'Ihr Kollege hat unsere Vorführung gestern einfach platzen lassen'],
    ['de', 'Ich finde das ausgesprochen unhöflich.'],
    ['en', 'this is ridiculous, terrible service'],
    ['en', 'third time I write and nothing happens'],
    ['en', 'you charged my card twice'],
    ['en', 'your technician never showed up'],
    ['en', 'the guy on the phone was rude to me'],
    ['en', 'you promised a call on Monday'],
    ['en', 'I will get my lawyer involved, our lawyer will be in touch'],
    ['en', 'nobody got back to me in two weeks'],
    ['en', 'still no refund'],
    ['en', "I'm very disappointed with your support"],
    ['de', 'Das ist eine Frechheit'],
    ['de', 'Ich warte seit zwei Wochen auf eine Antwort'],
    ['de', 'Sie haben mir doppelt abgebucht'],
    ['de', 'Ihr Techniker ist nicht erschienen'],
    ['de', 'mir wurde ein Rückruf versprochen, passiert ist nichts'],
    ['de', 'Euer Support ist unterirdisch'],
    ['de', 'Ich möchte mich beschweren'],
    ['fr', "c'est inadmissible, votre service est nul"],
    ['es', 'es una vergüenza, me han cobrado dos veces'],
    ['it', 'è una vergogna, nessuno ha richiamato'],
    ['pt', 'que vergonha, ninguém respondeu'],
    ['nl', 'dit is belachelijk, niemand heeft teruggebeld'],
  ])('%s: "%s" is a complaint', (language, text) => {
    expect(intentsOf(language, text)).toContain('complaint');
  });

  it.each([
    ['en', 'the calendar does not sync since the update'],
    ['en', 'how do I change my password?'],
    ['en', 'our customers are furious because nobody answers'],
    ['en', 'zendesk is terrible, can you do better?'],
    ['en', 'we handle complaints from tenants, need a shared inbox'],
    ['en', "I'm a lawyer, do you work with small firms?"],
    ['en', 'do you have a tool to manage complaints?'],
    ['en', 'we had three no-shows last week, need reminders'],
    ['en', 'tell me a joke'],
    ['en', 'our current provider never answers'],
    ['en', 'what happens if we are charged by mistake?'],
    ['en', 'the first time I saw your demo I liked it'],
    ['en', 'we promised our customers a reply within a day'],
    ['en', 'is there a refund policy?'],
    ['en', "patients don't show up so we need reminders"],
    ['en', 'we keep missing calls'],
    ['en', 'customers are very frustrated with waiting'],
    ['de', 'Unsere Kunden beschweren sich, dass niemand ans Telefon geht'],
    ['de', 'Ich bin Anwalt und suche eine Terminsoftware'],
    ['de', 'Wir brauchen Software fürs Beschwerdemanagement'],
    ['de', 'Anrufe gehen verloren, Kunden sind sauer'],
    ['fr', 'nos clients sont mécontents car personne ne répond'],
    ['es', 'nuestros clientes se quejan de la espera'],
    ['en', 'how can we make a claim form in your tool? we process insurance claims'],
    ['en', 'we file claims for our clients and need scheduling'],
  ])('%s: "%s" is none', (language, text) => {
    expect(intentsOf(language, text)).not.toContain('complaint');
  });
});
