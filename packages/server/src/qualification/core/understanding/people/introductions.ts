import { firstMatches } from '../matches-of.js';
import { WORD_START } from './word-start.js';

/** Words after which people say their own name, wherever they stand. */
const ANYWHERE =
  "(?:my )?full name(?:'s| is|:)?|my (?:first |given |second |last |family )?name(?:'s| is|s)|(?:first|last|family) name(?: is|:)?|(?:my )?surname(?: is|:)?|i(?:'m| am|m) known as|my parents (?:named|called) me|i(?:'m| am|m) called|i go by|(?:under|in|on|with|use) (?:the )?(?:(?:first|last|second|family) )?name(?: of)?|under my name|the name (?:for|on) (?:the |my |our )?(?:booking|reservation|account|order) is|the name of|(?:you can |just |please )?call me|(?:you'?re |ur )?(?:speaking|talking|chatting) (?:to|with)|i(?:'m| am|’m)|im|myself|attn:?|attention:?|att\\.:?|z\\. ?hd\\.?|à l'attention de|a la atención de|t\\.a\\.v\\.|mein name ist|ich hei(?:ß|ss)e(?: (?:übrigens|eigentlich))?|(?:ich|i) bin(?: (?:übrigens|ja|halt|auch))?(?: (?:der|die))?|bin (?:übrigens )?(?:der|die)|zu händen(?: von)?|me llamo|mi nombre es|le escribe|(?:le|les|te) (?:habla|saluda)|(?:le|vi|ti) (?:scrive|parla)|je m['’]appelle|mon nom est|je suis|moi c['’]est|me chamo|chamo-me|(?:o )?meu nome (?:é|e)|mi chiamo|il mio nome (?:è|e)|ik ben|mijn naam is|ik heet|je spreekt met|u spreekt met|pode me chamar de|podem? tratar-me por|me pued[eo]n? llamar|noem me|(?:ask for|chied[ae](?:te)? di|pregunt[ea]n? por|demandez|fragen sie nach|vraag naar)|yo soy|soy|sou(?: (?:o|a))?|sono";
/** Others do so only where a sentence begins: "met Joke" is an introduction there, and "with" elsewhere. */
const AT_START =
  "(?:the )?name(?:'s| is|:| -)|this is|it(?:'s| is|s)|contact:?|(?:der |mein )?name:?|nome:?|nombre:?|nom:?|naam:?|hier (?:ist|spricht|schreibt)|hier|habla|parla|c['’]est|é (?:o|a)|quem fala é(?: (?:o|a))?|les habla|ici|eu sou(?: (?:o|a))?|aqui (?:é|fala)(?: (?:o|a))?|io sono|qui|met";
const BEGINS =
  '(?:^|[\\n.,;:!?–—-][ \\t]{0,3}|(?<!\\p{L})(?:hi(?: there)?|hello(?: there)?|hey(?: there)?|ok|yes|and|und|y|et|e|en|hallo|hola|ciao|bonjour|olá|oi|dag)[\\s,]{1,3})';

/** Introductions in a text; the name follows where the match ends. Linear. */
export function findIntroductions(text: string): readonly Introduction[] {
  const anywhere = firstMatches(text, ANYWHERE_PATTERN, MOST).map((match) => introduction(match, true));
  const atStart = firstMatches(text, AT_START_PATTERN, MOST).map((match) => introduction(match, false));
  return [...anywhere, ...atStart].slice(0, MOST);
}

/** Nobody introduces themselves more often in one message; what follows is noise or an attack. */
const MOST = 12;

export interface Introduction {
  /** Where the name begins. */
  readonly end: number;
  readonly words: string;
  /** The words introduce a person and nothing else. */
  readonly certain: boolean;
}

/** The introduction with which a text opens, as `findIntroductions` finds it. */
export function openingIntroduction(text: string): Introduction | null {
  const anywhere = OPENS_ANYWHERE.exec(text);
  if (anywhere !== null) return introduction(anywhere, true);
  const atStart = OPENS_AT_START.exec(text);
  if (atStart === null || firstMatches(text, ANYWHERE_PATTERN, MOST).length === MOST) return null;
  return introduction(atStart, false);
}

const ANYWHERE_PATTERN = new RegExp(`${WORD_START}(?:${ANYWHERE})[ ,:]+["“]?`, 'giu');
const AT_START_PATTERN = new RegExp(`${BEGINS}(?:${AT_START})[ ,:]+`, 'giu');
const OPENS_ANYWHERE = new RegExp(`^(?:${ANYWHERE_PATTERN.source})`, 'iu');
const OPENS_AT_START = new RegExp(`^(?:${AT_START_PATTERN.source})`, 'iu');
const CERTAIN =
  /(?:name|called|call me|i go by|speaking|talking|chatting|myself|attn|hei(?:ß|ss)e|llam|nombre|escribe|appelle|nom|chiam|chamo|chamar|nome|heet|naam|noem|spreekt|spricht|moi c)/iu;

function introduction(match: RegExpExecArray, anywhere: boolean): Introduction {
  return {
    end: match.index + match[0].length,
    words: match[0],
    certain: anywhere && CERTAIN.test(match[0]),
  };
}

/** Words that follow a name directly and show that it was one. */
export const AFTER_NAME =
  /^\s*(?:$|[,.;:!?()\n–—|-]|\p{Extended_Pictographic}|(?:here|btw|from|at|with|of|and|n|speaking|by the way|is (?:me|my name)|mein name|hier|aus|bei|von|und|de|del|desde|y|chez|et|du|da|do|e|di|della|van|bij|en|in(?=\s\p{Lu})|trouwens|übrigens|d['’]ailleurs|por cierto|ali[áa]s|tra l['’]altro|lah|is fine|is ok|is enough|will do|reicht|genügt|suffit|basta|is prima|but|also|with|mit|con|avec|com|met|aber|pero|mais|mas|ma|maar|duh|lol|haha|thx|thanks|ty|xx?|obvs?|obviously|che sono io|que soy yo|qui est moi|que sou eu|that'?s me|das bin ich)(?![\p{L}]))/iu;

/** A name that stands before the words that make it one: "Dana here", "kev btw", "Ann-Kathrin Dröge mein Name". */
export const NAME_CONCLUSIONS =
  /[\s,]{1,2}(?:here|speaking|btw|by the way|is me|is (?:my|the) (?:(?:first|last|full|given|family|reservation|booking|account) )?name|,? that is my name|is what (?:you can call me|people call me|they call me)|'s my name|\(me\)|that'?s me|mein name|am apparat|hier|ist mein name|al habla|c'est moi|c’est moi|aqui|sou eu|sono io|hier)(?!\p{L})/giu;

/** Thanks and regards, after which a name stands at the end. */
export const SIGN_OFFS =
  /(?:^|[\s.!,])(?:cheers|bye|goodbye|talk soon|speak soon|tschüss|ciao|adiós|au revoir|tchau|arrivederci|doei|thanks|thank you|many thanks|thx|ty|regards|best|best regards|kind regards|kindest regards|warm regards|br|best wishes|sincerely|yours|yours sincerely|take care|grüße|gruß|viele grüße|liebe grüße|gr(?:ü|u|ue)(?:ss|sse|ßle)|lg|vg|mfg|mit freundlichen grüßen|beste grüße|schöne grüße|danke|(?:(?:ein )?sch[öo]n(?:es|en) (?:wochenende|tag|abend|feierabend)|have a (?:good|nice|great) (?:day|weekend|evening|one)|bon week-?end|buen (?:d[ií]a|fin de semana)|buona giornata|bom (?:dia|fim de semana)|fijne (?:dag|avond)|fijn weekend)(?: noch| auch| nog)?|saludos|un saludo|gracias|atentamente|cordialement|bien à vous|merci|bonne journée|abraços?|abs|att|obrigad[oa]|cumprimentos|saluti|cordiali saluti|distinti saluti|grazie|groet(?:en|jes)?|met vriendelijke groet(?:en)?|mvg|gr|bedankt)[\s,.!–-]{1,4}$/iu;

/** Greetings at the very start, after which people name themselves or their company. */
export const GREETING =
  /^\s*(?:hi+|hello+|hey+|heya|hiya|howdy|yo|g'day|good (?:morning|afternoon|evening|day)|greetings|morning|evening|afternoon|hallo|hi|guten (?:tag|morgen|abend)|tag|moin(?: moin)?|servus|grüezi|grüß gott|hola|buenas(?: tardes| noches)?|buenos d[ií]as|bonjour|bonsoir|salut|ol[áa]|oi|bom dia|boa (?:tarde|noite)|opa|ciao|salve|buongiorno|buonasera|goedendag|goedemorgen|goedemiddag|goedenavond|dag|hoi)(?: (?:there|all|team|everyone|zusammen|a todos|à tous|a tutti|allemaal))?[\s,.!:–-]+/iu;
