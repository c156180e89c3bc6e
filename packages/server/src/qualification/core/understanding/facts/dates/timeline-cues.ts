import { list, phrases } from '../../text/phrases.js';

/** The sentence speaks of starting, introducing or deciding. */
export const STARTS = phrases(
  list(`
  start, starts, starting, started by, begin, beginning, launch, launching, go live, going live, live, golive, go-live, kick off, kickoff, up and running, running, in place, implement, implementation, introduce, introduction, roll out, rollout, roll it out, switch, switch over, migrate, migration, move over,
  decide, decision, decided, deciding, need it, need this, need something, want it, want this, have it, have this, ready, be ready, purchase, sign, pilot, go with, set up, setup, onboard, onboarding, in use, using it, be in, has to be in, must be in, operational, deadline, target date, target, timeline, timeframe, due, needed, replace, be done, sort this, sorted, ideally from, ideally in, ideally by, am besten ab, am besten im, am liebsten ab, am liebsten im,
  would be good, would be great, would be ideal, would be perfect, would work, ware gut, wars gut, war's gut, ware ideal, ware super, ware schon, wurde passen, serait bien, serait ideal, estaria bien, seria ideal, seria bom, sarebbe ideale, sarebbe perfetto, zou goed zijn, zou ideaal zijn,
  gebraucht, benotigt, starten, start, beginnen, loslegen, losgehen, los, einfuhren, einfuhrung, eingefuhrt, live, live gehen, livegang, produktiv, umsteigen, umstellen, umstellung, wechseln, entscheiden, entscheidung, entschieden, brauchen, benotigen, laufen, lauft, einsatzbereit, stehen, in betrieb, inbetriebnahme, bereit, soll es, pilotphase, projektstart, zieltermin,
  demarrer, demarrage, commencer, lancer, lancement, mise en service, mise en place, mise en route, mettre en place, operationnel, en place, decider, decision, basculer, besoin, pret, deployer, deploiement, demarrerait, commencerait, tourner, en service,
  empezar, empezamos, arrancar, comenzar, implantar, implantacion, implementar, poner en marcha, puesta en marcha, en marcha, lanzar, decidir, decidido, decision, cambiar, migrar, necesitamos, lo necesito, listo, lista, funcionando, operativo, inicio, arranque, tenerlo, contratar,
  partire, iniziare, avviare, avvio, lanciare, operativi, operativo, decidere, decisione, attivo, attivi, passare, pronto, pronti, ci serve, serve, in funzione, partenza, adottare, introdurre, entrare in funzione, a regime, cominciare,
  comecar, iniciar, arrancar, implementar, lancar, decidir, decisao, mudar, pronto, funcionando, a funcionar, precisamos, no ar, inicio, migrar, contratar, implantar, rodando, operacional,
  starten, beginnen, live, draaien, draait, invoeren, invoering, overstappen, overstap, beslissen, beslissing, in gebruik, nodig hebben, klaar, operationeel, ingebruikname, van start
  `),
  '',
);

/** The sentence speaks of another thing that happens on a date. */
export const OTHER_EVENT = phrases(
  list(`
  call me, ring me, phone me, call back, callback, ring back, call you, get back to you, be back, come back, reach me, meeting, meet, demo, webinar, appointment, interview, vacation, on holiday, on leave, vacay, out of office, ooo, away, off until, trial ends, trial expires, trial runs out, trial ended, contract ends, contract expires, contract runs, contract runs out, contract is up, expires, expire, renewal, renews, renew, runs out, is up, ends, delivered, delivery, arrives, arrive, shipped, order, invoice, paid, charged, payment, broke, broken, down since, outage, happened, since, ago, last, opened, closes, born, birthday, wedding, event, conference, exam, thesis, due date, hand in, submit, semester starts, internship, available to work, graduate,
  ruft mich, rufen sie, anrufen, ruckruf, zuruckrufen, erreichbar, erreichen sie, urlaub, termin, besprechung, vertrag lauft, lauft aus, lauft der vertrag, vertragsende, kundigung, gekundigt, geliefert, lieferung, rechnung, seit, letzten, letzte, letzter, vorigen, testphase endet, abgabe, prufung, klausur, messe,
  appelez, rappelez, rappeler, rendez-vous, reunion, vacances, conge, contrat expire, contrat se termine, expire, echeance du contrat, livre, livraison, facture, depuis, dernier, derniere, passe, passee, il y a, essai se termine, soutenance, examen,
  debited, subscription, abonnement, debite, preleve, addebitato, addebitata, addebito, abbonamento, pagato, suscripcion, cobrado, cobraron, cobraste, mensalidade, afgeschreven, abgebucht, abbuchung,
  beschlossen, genehmigt, bewilligt, llamame, llamenme, llamar, llamada, reunion, cita, vacaciones, vence, caduca, termina el contrato, contrato termina, entrega, factura, desde hace, pasado, pasada, ultimo, ultima, hace, examen,
  chiamatemi, chiamami, richiamare, chiamare, riunione, appuntamento, ferie, scade, scadenza, consegna, fattura, scorso, scorsa, da quando, fa, esame, tesi,
  ligue, liga, ligar, me liga, reuniao, consulta, ferias, vence, termina o contrato, entrega, fatura, passado, passada, ultimo, desde que, ha, prova, tcc,
  bel me, bellen, terugbellen, vergadering, afspraak, vakantie, verlof, loopt af, verloopt, contract loopt, levering, factuur, sinds, vorige, afgelopen, geleden, tentamen, scriptie
  `),
  '',
);

const WANTED =
  '(?:want|wants|need|needs|wanna|brauchen|brauche|suchen|suche|wollen|will|mochten|cherchons|cherche|buscamos|busco|cerchiamo|cerco|procuramos|zoeken|looking for|voulons|veux|voudrions|faut|besoin|quiero|queremos|necesito|necesitamos|urge|voglio|vogliamo|vorremmo|serve|quero|preciso|precisamos|willen|nodig)';

/** "we want it as soon as possible". */
export const WANTS_IT = new RegExp(`(?<![a-z])${WANTED}(?![a-z])`);

/** "We need a shared inbox", and nothing more: what stands up to a time. */
export const WANTS_A_THING = new RegExp(
  `(?<![a-z])${WANTED}\\s(?:de\\s|d')?(?:an?|one|some|eine?n?|une?|una?|uma?|een)\\s(?:(?!(?:that|to|which|who|der|die|das|um|zum|qui|pour|que|para|che|per|dat|om)\\s)[^\\s,]+\\s){1,4}$`,
);

/** "We need an answer by Friday": what is wanted by then is said, and not started. */
export const ASKS_FOR_WORDS =
  /(?<![a-z])(?:answers?|reply|replies|response|feedback|quotes?|quotation|offer|proposal|infos?|information|details|know|hear|talk|speak|antwort|ruckmeldung|bescheid|angebot|informationen|wissen|sprechen|reponse|devis|offre|savoir|parler|respuesta|presupuesto|oferta|saber|hablar|risposta|preventivo|offerta|sapere|parlare|resposta|orcamento|proposta|falar|antwoord|offerte|weten|spreken)(?![a-z])/;

/** What stands just after a date that is taken by something else: "Feb is the audit". */
export const TAKEN_AFTER =
  /^\s?(?:is|was|ist|est|es|e|sera|sara|is)\s(?:the|our|a|an|der|die|das|unser|unsere|notre|la|le|el|nuestro|nuestra|il|la nostra|o|a nossa|de|onze|too|not|out|no|impossible|crazy|mad|zu|voll|trop|demasiado|troppo|te)(?![a-z])(?!\s(?:goal|target|plan|start|deadline|latest|earliest|aim|idea|ideal|ziel|zieltermin|plan|objectif|objetivo|obiettivo|doel|date|one|dream|month to))/;
