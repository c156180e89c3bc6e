import { REPORTS_TROUBLE } from '../../intents/complaint-cues.js';
import { COMPLAINT, SUPPORT } from '../../intents/contact-cues.js';
import { CUSTOMER_ERRAND } from '../../intents/customer-errands.js';
import { matchesOf } from '../../matches-of.js';
import { type Stretch, splitClauses } from '../text/split-clauses.js';
import type { UseSpan } from './trim-use.js';

/**
 * What desks do all day, told without words for a wish: "our porters dispatch 900 samples a day", "macht ihr
 * Einsatzplanung?". Nouns for the work and for the people it is done for, and verbs that do something with them.
 */

const WORK_ENGLISH =
  'bookings?|appointments?|appts?|requests?|enquir(?:y|ies)|inquir(?:y|ies)|tickets?|shifts?|rotas?|rosters?|schedules?|reminders?|messages?|msgs|dms|e-?mails?|phone calls|calls|call ?backs?|complaints?|orders|deliver(?:y|ies)|reservations?|claims?|visits?|viewings?|inspections?|leads|diar(?:y|ies)|calendars?|inbox(?:es)?|questions|doubts|lessons?|class(?:es)?|repairs?|jobs|referrals?|returns|no[- ]?shows|waitlists?|waiting lists?|live chat|web ?chat|whatsapp|texts|help ?desk|on-call';
/** German and Dutch put what kind of work it is in front of the noun, in one word. */
const WORK_GERMAN =
  '[a-z]{0,24}(?:anfragen?|meldungen|reklamationen|beschwerden|terminen?|termine|planung|plane|planen|buchungen?|bestellungen|einsatze[n]?|schichten|schicht|fahrten|fahrstunden|auftrage[n]?|anrufe[n]?|nachrichten|notdienste?|bereitschaft(?:splan)?|dienstplane?|tickets?|ticketsystem|helpdesk|postfacher[n]?|postfach|ruckrufe[n]?|besichtigungen|lieferungen|reservierungen|erinnerungen|ruckfragen|vermittlung|rezeptbestellungen|mails|kundenservice|support|chat)';
const WORK_DUTCH =
  '[a-z]{0,20}(?:planning|afspraken|aanvragen|vragen|berichten|meldingen|boekingen|bestellingen|klachten|reserveringen|roosters?|diensten|oproepen|telefoontjes|herinneringen|verzoeken)';
const WORK_FRENCH =
  'demandes|rendez-vous|rdv|reservations?|appels|messages|commandes|plannings?|tickets|reclamations|rappels|interventions|livraisons|sav|service client|courriels|mails|tournees|astreintes|remplacements|questions|devis';
const WORK_SPANISH =
  'citas?|reservas?|pedidos|consultas|solicitudes|llamadas|mensajes|correos|turnos|quejas|reclamos|incidencias|recordatorios|visitas|entregas|dudas|tickets|whatsapp|chat|averias|avisos';
const WORK_PORTUGUESE =
  'marcacoes|consultas|reservas|pedidos|encomendas|chamadas|mensagens|turnos|escalas?|reclamacoes|lembretes|visitas|entregas|duvidas|agendamentos|agenda|atendimentos?|whatsapp|chat|chamados|ligacoes';
const WORK_ITALIAN =
  'prenotazion[ei]|appuntament[oi]|richieste|chiamate|messaggi|ordini|turni|reclami|segnalazioni|promemoria|visite|consegne|domande|ticket|whatsapp|chat|guasti|resi|spedizioni|interventi';
const FOR_WHOM =
  '(?:customers?|clients?|patients?|guests?|tenants?|visitors?|callers?|parents|pupils|students|residents|owners|passengers|members|merchants?|shoppers|farmers|kunden?|patienten|mieter[n]?|gaste[n]?|schuler[n]?|eltern|bewohner[n]?|tierhalter|angehorigen?|mandanten|fahrgaste[n]?|anrufer[n]?|sanitater|clientes?|pacientes?|huespedes|alumn?[oa]s?|inquilinos|moradores|clienti|pazienti|ospiti|locataires|eleves|familles|klanten|huurders|gasten|bewoners|ouders|leden)';

const WORK = `(?:${[WORK_ENGLISH, WORK_GERMAN, WORK_DUTCH, WORK_FRENCH, WORK_SPANISH, WORK_PORTUGUESE, WORK_ITALIAN].join('|')})`;
const OBJECT = new RegExp(`(?<![a-z])(?:${WORK}|${FOR_WHOM})(?![a-z])`);

/** English and the Romance languages say what is done before with what. */
const DOES =
  '(?:handl(?:e|ing)|answer(?:ing)?|manag(?:e|ing)|plan(?:ning)?|schedul(?:e|ing)|book(?:ing)?|rebook(?:ing)?|track(?:ing)?|sort(?:ing)?|organi[sz](?:e|ing)|rout(?:e|ing)|assign(?:ing)?|dispatch(?:ing)?|remind(?:ing)?|text(?:ing)?|respond(?:ing)? to|repl(?:y|ying) to|tak(?:e|ing)|chas(?:e|ing)|confirm(?:ing)?|collect(?:ing)?|gerer|repondre|planifier|organiser|suivre|traiter|centraliser|repartir|confirmer|reserver|gestionar|responder(?:em)?|atender(?:em)?|programar|organizar|coordinar|agendar|ordenar|repartir|confirmar|gerir|gerenciar|marcar|distribuir|gestire|rispondere|organizzare|prenotare|smistare|assegnare|confermare|beantwoorden|inplannen|verdelen)';
const DOES_FIRST = new RegExp(`(?<![a-z])${DOES}\\s(?=([^.;!?\\n]{4,140}))`, 'g');
/** German says it last. */
const DOES_LAST =
  /(?<![a-z])(?:zu )?(?:beantworten|bearbeiten|einteilen|annehmen|planen|verplanen|buchen|umbuchen|organisieren|verwalten|verteilen|zuweisen|koordinieren|erfassen|sammeln|bundeln|disponieren|vereinbaren|abwickeln|zusammenlegen|managen|reservieren|stornieren|verschieben|nachverfolgen|kriegen|beantwoorden|inplannen|boeken|verdelen|regelen)(?![a-z])/g;
/** Where in its clause the object of a verb at the end begins. */
const BEGINS_BEFORE =
  /(?:^|(?<![a-z])(?:wollen|wolln|will|mochten?|mussen|sollen|solln|sollten|konnen|kann|konnten|man|wenn|um|endlich|gerne?|daruber|damit|leute|wir|ich|dass|ding|was|willen|kunnen|moeten|om)\s)/g;
/** "Schichtplanung für Pizzafahrer", "planning van wijkverpleegkundigen". */
const WORK_FOR = new RegExp(
  `(?<![a-z])(?:${WORK_GERMAN}|${WORK_DUTCH}|${WORK_ENGLISH})\\s(?:fur|fuer|for|van|voor|auf|aufm|am)\\s(?!(?:you|sie|euch|den chat|mich|uns|me|us)(?![a-z]))[^,.;!?\\n]{3,60}`,
  'g',
);
/** "Patients keep double booking themselves." */
const THEY_DO = new RegExp(
  `(?<![a-z])${FOR_WHOM}\\s(?:keep|are|always|constantly|often|forget|want|have to|wait|ring|call|sollen|solln|wollen|rufen|warten|muessen|mussen)(?![a-z])[^.;!?\\n]{6,120}`,
  'g',
);
/** About an account, an order or an appointment with us: nothing that they would use the product for. */
const WITH_US =
  /(?<![a-z])(?:my|your|ur|mein[a-z]{0,2}|ihr[a-z]{0,2}|eure?[a-z]?|mon|ma|mes|votre|vos|mi|mis|su|sus|vuestr[oa]s?|mio|mia|vostr[oa]|meu|minha|vosso|vossa|seu|sua|mijn|jullie|uw)\s(?:\w+\s){0,2}$/;
const CUT =
  /\s(?:and (?:we|i)|und (?:wir|ich)|so (?:we|i)|is there|geht das|macht ihr|kann man|si puo|da para)(?![a-z])/;

/** Work that somebody tells of; null when the message is about trouble with us. Folded text. */
export function findDeskWork(folded: string): UseSpan | null {
  if (!OBJECT.test(folded)) return null;
  if (
    SUPPORT.test(folded) ||
    REPORTS_TROUBLE.test(folded) ||
    CUSTOMER_ERRAND.test(folded) ||
    COMPLAINT.test(folded)
  )
    return null;
  return verbFirst(folded) ?? verbLast(folded) ?? firstOf(folded, THEY_DO) ?? firstOf(folded, WORK_FOR);
}

function verbFirst(folded: string): UseSpan | null {
  for (const match of matchesOf(folded, DOES_FIRST)) {
    const words = match[1] ?? '';
    const object = OBJECT.exec(words.slice(0, 60));
    if (object === null || WITH_US.test(words.slice(0, object.index))) continue;
    const start = match.index;
    return shortened(folded, start, start + match[0].length + words.length);
  }
  return null;
}

function verbLast(folded: string): UseSpan | null {
  const clauses = splitClauses(folded);
  for (const match of matchesOf(folded, DOES_LAST)) {
    const clause: Stretch | undefined = clauses.find((it) => it.start <= match.index && match.index < it.end);
    if (clause === undefined) continue;
    const before = folded.slice(clause.start, match.index);
    const object = OBJECT.exec(before);
    if (object === null || WITH_US.test(before.slice(0, object.index))) continue;
    const begins = [...matchesOf(before.slice(0, object.index), BEGINS_BEFORE)].at(-1);
    const start = clause.start + (begins === undefined ? 0 : begins.index + begins[0].length);
    return { start, end: match.index + match[0].length };
  }
  return null;
}

function firstOf(folded: string, pattern: RegExp): UseSpan | null {
  for (const match of matchesOf(folded, pattern)) {
    if (WITH_US.test(folded.slice(Math.max(0, match.index - 24), match.index))) continue;
    return shortened(folded, match.index, match.index + match[0].length);
  }
  return null;
}

function shortened(folded: string, start: number, end: number): UseSpan {
  const cut = CUT.exec(folded.slice(start, end))?.index ?? end - start;
  return { start, end: start + cut };
}
