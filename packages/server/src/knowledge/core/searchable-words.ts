import { foldText } from './fold-text.js';
import type { SearchConfig } from './search-language.js';

/** UTF-16 units of a question that are looked at. */
const QUESTION_CHARACTERS = 1_000;

/**
 * Words of chat that say nothing about what is asked, and that stemming dictionaries do not know as stop words.
 * Both languages at once: people greet as they like.
 */
const CHAT_WORDS: ReadonlySet<string> = new Set(
  `hi hello hey hiya howdy greetings good morning afternoon evening day thanks thank thx cheers please pls bye
   goodbye ok okay yes yep yeah no nope sure great nice cool perfect sorry hmm well
   want wants wanted need needs needed like would could can cant can't may might shall should must let get got give
   know tell ask asking question questions wondering wonder looking look see help hear interested possible
   also just maybe really quite actually currently thing things something anything everything someone anyone
   does do did doing done is are was be been have has had will there here
   many much how what when where which who why whats what's software tool tools solution solutions people
   product u ur im i'm i'd i'll we we're we'd we'll you your
   it it's its me my our us use using work works way able yet still about any some one
   hallo servus moin guten gut tag morgen abend gruss grusse grussi gott danke dankeschon bitte tschuss ja nein doch
   okay prima super toll klar genau sorry entschuldigung
   mochte mochten mochtest wurde wurden konnte konnten konnen kann kannst konnt brauche brauchen suche suchen
   will wollen wollte gerne gern wissen frage fragen sagen helfen hilfe interessiert interesse interessieren
   gibt gebe geben geht gehen fur uber wie was wann wo wer warum wieso welche welcher welches wieviel viel viele vielen danken
   auch nur vielleicht eigentlich etwas alles schon noch mal denn wir uns unser unsere ihr ihre euch euer ich mir
   mich sie es ist sind war sein haben habe habt hab hat hatte hatten muss mussen soll sollen darf durfen lasst lassen
   leute personen sieht sehen aussehen losung losungen funktioniert funktionieren machen macht nutzen dass da hier dort`
    .split(/\s+/)
    .flatMap((word) => [word, foldText(word, 'german')]),
);

/** Team sizes and the like: they match prices and percentages by accident. */
const SIZE = /^\d{1,3}$/;

function isChat(word: string): boolean {
  return CHAT_WORDS.has(word) || CHAT_WORDS.has(foldText(word, 'german'));
}

/** The words of a question that are worth searching for, folded; empty for a greeting. */
export function searchableWords(question: string, config: SearchConfig): readonly string[] {
  const folded = foldText(question.slice(0, QUESTION_CHARACTERS), config);
  const words = folded.match(/[\p{L}\p{N}]+(?:['.-][\p{L}\p{N}]+)*/gu) ?? [];
  return [...new Set(words)].filter((word) => !SIZE.test(word) && !isChat(word));
}
