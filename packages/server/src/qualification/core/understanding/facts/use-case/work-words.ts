/**
 * What desks do all day, and for whom, as alternatives of patterns on folded text: the one list for all who look for a
 * use in them.
 */

export const WORK_ENGLISH =
  'bookings?|appointments?|appts?|requests?|enquir(?:y|ies)|inquir(?:y|ies)|tickets?|shifts?|rotas?|rosters?|schedules?|reminders?|messages?|msgs|dms|e-?mails?|phone calls|calls|call ?backs?|complaints?|orders|deliver(?:y|ies)|reservations?|claims?|visits?|viewings?|inspections?|leads|diar(?:y|ies)|calendars?|inbox(?:es)?|questions|doubts|lessons?|class(?:es)?|repairs?|jobs|referrals?|returns|no[- ]?shows|waitlists?|waiting lists?|live chat|web ?chat|whatsapp|texts|help ?desk|on-call|emergenc(?:y|ies)|slots?|threads|permits|tours|ticketing|dispatch|scheduling|self-scheduling|rostering';
/** German and Dutch put what kind of work it is in front of the noun, in one word. */
export const WORK_GERMAN =
  '[a-z]{0,24}(?:anfragen?|meldungen|reklamationen|beschwerden|terminen?|termine|planung|plane|planen|buchungen?|bestellungen|einsatze[n]?|schichten|schicht|fahrten|fahrstunden|auftrage[n]?|anrufe[n]?|nachrichten|notdienste?|bereitschaft(?:splan)?|dienstplane?|tickets?|ticketsystem|helpdesk|postfacher[n]?|postfach|ruckrufe[n]?|besichtigungen|lieferungen|reservierungen|erinnerungen|ruckfragen|vermittlung|vergabe|disposition|rezeptbestellungen|mails|kundenservice|support|chat)';
export const WORK_DUTCH =
  '[a-z]{0,20}(?:planning|afspraken|aanvragen|vragen|berichten|meldingen|boekingen|bestellingen|klachten|reserveringen|roosters?|diensten|oproepen|telefoontjes|herinneringen|verzoeken)';
const WORK_FRENCH =
  'demandes|rendez-vous|rdv|reservations?|appels|messages|commandes|plannings?|tickets|reclamations|rappels|interventions|livraisons|sav|service client|courriels|mails|tournees|astreintes|remplacements|questions|devis';
const WORK_SPANISH =
  'citas?|reservas?|pedidos|consultas|solicitudes|llamadas|mensajes|correos|turnos|quejas|reclamos|incidencias|recordatorios|visitas|entregas|dudas|tickets|whatsapp|chat|averias|avisos';
const WORK_PORTUGUESE =
  'marcacoes|consultas|reservas|pedidos|encomendas|chamadas|mensagens|turnos|escalas?|reclamacoes|lembretes|visitas|entregas|duvidas|agendamentos|agenda|atendimentos?|whatsapp|chat|chamados|ligacoes';
const WORK_ITALIAN =
  'prenotazion[ei]|appuntament[oi]|richieste|chiamate|messaggi|ordini|turni|reclami|segnalazioni|promemoria|visite|consegne|domande|ticket|whatsapp|chat|guasti|resi|spedizioni|interventi';
/** Whom the work is done for. */
export const FOR_WHOM =
  '(?:customers?|clients?|patients?|guests?|tenants?|visitors?|callers?|parents|pupils|students|residents|owners|passengers|members|merchants?|shoppers|farmers|famil(?:y|ies)|folks?|donors|punters|haul(?:ier|er)s?|(?:kund|patient|klient|schuler|bewohner|mandant|mieter|besucher|teilnehmer)innen|besucher[n]?|kunden?|patienten|mieter[n]?|gaste[n]?|schuler[n]?|eltern|bewohner[n]?|tierhalter|angehorigen?|mandanten|fahrgaste[n]?|anrufer[n]?|sanitater|clientes?|pacientes?|huespedes|alumn?[oa]s?|inquilinos|moradores|clienti|pazienti|ospiti|locataires|eleves|familles|klanten|huurders|gasten|bewoners|ouders|leden)';

/** Work in any language. */
export const WORK = `(?:${[WORK_ENGLISH, WORK_GERMAN, WORK_DUTCH, WORK_FRENCH, WORK_SPANISH, WORK_PORTUGUESE, WORK_ITALIAN].join('|')})`;
/** Whoever gets in touch, served or not. */
export const ANYBODY = `(?:${FOR_WHOM}|people|ppl|drivers|riders|players|volunteers|fahrschuler|besitzer[n]?|leute|leit|gente|gens|persone|pessoas|leerlingen|mensen)`;
