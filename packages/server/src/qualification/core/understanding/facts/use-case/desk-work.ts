import { COMPLAINT, REPORTS_TROUBLE } from '../../cues/complaints.js';
import { CUSTOMER_ERRAND } from '../../cues/customer-errands.js';
import { SUPPORT } from '../../cues/support.js';
import { matchesOf } from '../../matches-of.js';
import { type Stretch, splitClauses } from '../../text/split-clauses.js';
import type { UseSpan } from './trim-use.js';
import { ANYBODY, FOR_WHOM, WORK, WORK_DUTCH, WORK_ENGLISH, WORK_GERMAN } from './work-words.js';

/**
 * What desks do all day, told without words for a wish: "our porters dispatch 900 samples a day", "macht ihr
 * Einsatzplanung?". Nouns for the work and for the people it is done for, and verbs that do something with them.
 */

const OBJECT = new RegExp(`(?<![a-z])(?:${WORK}|${FOR_WHOM})(?![a-z])`);

/** English and the Romance languages say what is done before with what. */
const DOES =
  '(?:handl(?:e|ing)|answer(?:ing)?|manag(?:e|ing)|plan(?:ning)?|schedul(?:e|ing)|book(?:ing)?|rebook(?:ing)?|track(?:ing)?|sort(?:ing)?|organi[sz](?:e|ing)|rout(?:e|ing)|assign(?:ing)?|dispatch(?:ing)?|remind(?:ing)?|text(?:ing)?|respond(?:ing)? to|repl(?:y|ying) to|tak(?:e|ing)|chas(?:e|ing)|confirm(?:ing)?|collect(?:ing)?|gerer|repondre|planifier|organiser|suivre|traiter|centraliser|repartir|confirmer|reserver|gestionar|responder(?:em)?|atender(?:em)?|programar|organizar|coordinar|agendar|ordenar|repartir|confirmar|gerir|gerenciar|marcar|distribuir|gestire|rispondere|organizzare|prenotare|smistare|assegnare|confermare|beantwoorden|inplannen|verdelen)';
const DOES_FIRST = new RegExp(`(?<![a-z])${DOES}\\s(?=([^.;!?\\n]{4,140}))`, 'g');
/** German says it last. */
const DOES_LAST =
  /(?<![a-z])(?:zu )?(?:beantworten|bearbeiten|einteilen|annehmen|planen|verplanen|buchen|umbuchen|organisieren|verwalten|verteilen|zuweisen|koordinieren|erfassen|sammeln|bundeln|abbilden|eintragen|vergeben|disponieren|vereinbaren|abwickeln|zusammenlegen|managen|reservieren|stornieren|verschieben|nachverfolgen|kriegen|beantwoorden|inplannen|boeken|verdelen|regelen)(?![a-z])/g;
/** Where in its clause the object of a verb at the end begins. */
const BEGINS_BEFORE =
  /(?:^|(?<![a-z])(?:wollen|wolln|will|mochten?|mussen|sollen|solln|sollten|konnen|kann|konnten|man|wenn|um|endlich|gerne?|daruber|damit|leute|wir|ich|dass|ding|was|willen|kunnen|moeten|om)\s)/g;
/** "Schichtplanung für Pizzafahrer", "planning van wijkverpleegkundigen". */
const WORK_FOR = new RegExp(
  `(?<![a-z])(?:${WORK_GERMAN}|${WORK_DUTCH}|${WORK_ENGLISH})\\s(?:fur|fuer|for|van|voor|auf|aufm|am|mit)\\s(?!(?:you|sie|euch|den chat|mich|uns|me|us)(?![a-z]))[^,.;!?\\n]{3,60}`,
  'g',
);
/** "Patients keep double booking themselves." */
const THEY_DO = new RegExp(
  `(?<![a-z])${FOR_WHOM}\\s(?:keep|are|always|constantly|often|forget|want|have to|wait|ring|call|sollen|solln|wollen|rufen|warten|muessen|mussen)(?![a-z])[^.;!?\\n]{6,120}`,
  'g',
);
/** "People ringing to move their jabs": whoever gets in touch, and how. */
const GET_IN_TOUCH = new RegExp(
  `(?<![a-z])${ANYBODY}\\s(?:(?:just|all|still|then|rufen|schreiben|melden)\\s)?(?:ring|call|phon|telephon|e-?mail|text|whatsapp|messag|writ|ask|book|cancel|turn(?:s|ed|ing)? up|show(?:s|ed|ing)? up|com(?:e|ing) in|walk(?:s|ing)? in|rufen|schreiben|melden)(?:e|s|es|ing|ed)?(?![a-z])(?!\\s(?:it|this|that|you)(?![a-z]))[^.;!?\\n]{4,120}`,
  'g',
);
/** "Bookings come in by three different doors", "the system by which our appointments are allotted". */
const IS_DONE = new RegExp(
  `(?<![a-z])(?:${WORK_ENGLISH})\\s(?:all |just |still |mostly |now )?(?:(?:come|comes|coming|is coming|are coming|arrive|arrives|arriving|land|lands|landing|pour|pours|pouring) (?:in|by|from|through|via|on|at)|(?:are|is|get|gets|being|were) (?:\\w+ly |still |all |now )?(?:written|kept|booked|allotted|allocated|assigned|planned|taken|logged|tracked|noted|handled|shared|forwarded|passed|scattered|organi[sz]ed|scheduled|juggled|lost|missed|mixed|spread))(?![a-z])[^.;!?\\n]{0,100}`,
  'g',
);
/** About an account, an order or an appointment with us: nothing that they would use the product for. */
const WORK_OR_PEOPLE = new RegExp(`(?<![a-z])(?:${WORK}|${ANYBODY})(?![a-z])`);
const WITH_US =
  /(?<![a-z])(?:my|your|ur|mein[a-z]{0,2}|(?<!(?:konnt|kont|macht|habt|bietet|schafft|seid) )ihr[a-z]{0,2}|eure?[a-z]?|mon|ma|mes|votre|vos|mi|mis|su|sus|vuestr[oa]s?|mio|mia|vostr[oa]|meu|minha|vosso|vossa|seu|sua|mijn|jullie|uw)\s(?:\w+\s){0,2}$/;
const CUT =
  /\s(?:and (?:we|i)|und (?:wir|ich)|so (?:we|i)|is there|geht das|macht ihr|kann man|si puo|da para)(?![a-z])/;

/** Work that somebody tells of; null when the message is about trouble with us. Folded text. */
export function findDeskWork(folded: string): UseSpan | null {
  if (!WORK_OR_PEOPLE.test(folded)) return null;
  if (
    SUPPORT.test(folded) ||
    REPORTS_TROUBLE.test(folded) ||
    CUSTOMER_ERRAND.test(folded) ||
    COMPLAINT.test(folded)
  )
    return null;
  return (
    verbFirst(folded) ??
    verbLast(folded) ??
    firstOf(folded, THEY_DO) ??
    firstOf(folded, GET_IN_TOUCH) ??
    firstOf(folded, IS_DONE) ??
    firstOf(folded, WORK_FOR)
  );
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
