import { firstMatches } from '../matches-of.js';
import { companyFrom } from './company-span.js';
import { hasCompanyWord, looksLikeTypedCompany } from './company-words.js';
import { findLegalNames } from './legal-forms.js';
import type { Span } from './name-and-company.js';
import { isOrdinaryWord } from './ordinary-words.js';
import { isParticiple } from './person-name.js';
import { splitSegments } from './segments.js';
import { WORD_START } from './word-start.js';

const NOUNS =
  '(?:compan(?:y|ies)|firms?|business(?:es)?|shops?|agenc(?:y|ies)|practices?|clinics?|groups?|organi[sz]ations?|stores?|salons?|schools?|start-?ups?|studios?|hotels?|restaurants?|charit(?:y|ies)|baker(?:y|ies)|teams?|brands?|chains?|cafés?|cafes?|gyms?|institutions?|pharmac(?:y|ies)|garages?|dealerships?|hospitals?|libraries|library|workshops?|platforms?|retailers?|nurser(?:y|ies)|ngos?|non-?profits?|farms?|vineyards?|museums?|brewer(?:y|ies))';

/** Words after which the visitor's company stands, capitalised or with a legal form. */
const BEFORE_COMPANY = [
  "(?:we|i)(?:'re|’re|'m| are| am| run| own| have| manage|m)? an? [\\p{L}' -]{3,50}(?:,| –| -|:|\\()",
  'i (?:represent|work (?:for|at|with))',
  'i (?:run|manage|lead|head|handle|do|look after) [\\p{L} ]{1,24} (?:for|at)',
  'we represent',
  'work(?:ing|s)? (?:for|at)',
  'on behalf of',
  '(?:requirements?|requests?|inquiry|enquiry|anfrage|solicitud|consulta|demande|richiesta|pedido|aanvraag) (?:from|by|von(?: der)?|de(?: la)?|di|della|da|do|van)',
  "(?:it'?s|it is|this is|that'?s|its|would be|das ist|das w[äa]re|es ist|c'est|ce serait|es|ser[íi]a|seria|è|sarebbe|é|het is) (?:for|für(?: die| den| das)?|pour|para|per|voor)",
  '(?:customers?|seats?|licen[sc]es?|accounts?|users?|subscription|contract) with you(?: here)? at',
  '(?:contacting|writing|calling|asking|messaging|reaching out|enquiring|inquiring)(?: to)?(?: you)? (?:for|from)',
  "i(?:'m| am|’m|m) (?:from|with|at)",
  '(?:here|over) at',
  '(?:here|hier|ici|aqui|aquí) (?:from|with|von(?: der)?|bei|de la|de|da|do|chez|van|di)',
  "we(?:'re| are|’re| r)",
  `our ${NOUNS}(?:,|:| is)`,
  '(?:customers?|clients?|kunden?|clientes?|clienti|klant(?:en)?|plan|tier|subscription|tarif) \\(',
  'bei uns(?: \\(|,)',
  'with us(?: at)? \\(',
  'chez nous(?: \\(|,)',
  'this is',
  'hier(?: ist)?(?: die)?',
  'wir sind(?: die)?',
  'wir,? (?:die|der|das)',
  'ich arbeite (?:bei|für)(?: der| die)?',
  'ich bin (?:bei|von)(?: der)?',
  'im (?:auftrag|namen) (?:der|von)',
  '(?:ich |wir )?(?:schreibe|schreiben|melde mich|frage|fragen)(?: ich| wir)?(?: ihnen| euch)?(?: an)? (?:für|von|im auftrag|im namen)(?: der| die| das| den)?',
  'somos(?: de| a| o)?',
  'trabajo (?:en|para)',
  'de parte de',
  '(?:(?:le|les|te|os) )?escrib(?:o|imos) (?:de|desde|por|para|en nombre de)',
  '(?:(?:le|les) )?(?:hablo|llamo) de',
  'represento a',
  'nous sommes(?: la soci[ée]t[ée])?',
  'je travaille (?:chez|pour)',
  '(?:je (?:vous )?|nous (?:vous )?)?(?:[ée]cris|[ée]crivons|appelle|contacte) (?:pour|de(?: la)?|de la part de|au nom de)',
  'je repr[ée]sente',
  'aqui (?:é|fala) (?:da|do|a|o)',
  '(?:falo|escrevo|escrevemos|ligo)(?:-vos)? (?:da|do|de|pela|pelo|em nome d[aoe])',
  'trabalho (?:na|no|para)',
  'siamo(?: della| di| la)?',
  'lavoro (?:per|presso|alla|in)',
  '(?:(?:le|vi) )?(?:scrivo|scriviamo|chiamo) (?:da|dalla|dal|per|per conto (?:di|della))',
  'wij zijn',
  'we zijn',
  'ik werk (?:bij|voor)',
  'namens',
  'ik (?:schrijf|mail|bel)(?: u| je| jullie)? (?:voor|van|namens)',
];

/** Words after which a company's name must stand, in whatever case. */
const BEFORE_NAME = [
  `${NOUNS}(?:'s)? ?(?:name )?(?:is |are |'s |were |was )?(?:called|named)`,
  `(?:(?:the|our|my) ${NOUNS} is|${NOUNS}(?:'s|’s))(?=\\s\\p{Lu})`,
  `(?:${NOUNS}) name is`,
  "(?:is|are|it'?s|we'?re|were) called",
  '(?:chain|group|network|family|couple|pair) of [\\p{L}-]+ (?:called|named)',
  '(?:trade|trading|operate|known) as',
  '(?:the )?(?:correct|right|proper)(?: name| spelling)? is',
  'richtig (?:ist|hei(?:ß|ss)t (?:es|sie|er|die firma))',
  '(?:die |der |das |unsere? )?(?:firma|organisation|verein|betrieb|praxis|schule|gesellschaft|stiftung|kanzlei|klinik|laden|geschäft|unternehmen) (?:hei(?:ß|ss)t|nennt sich)',
  'unsere? (?:firma|unternehmen|betrieb|praxis) hei(?:ß|ss)t',
  'wir hei(?:ß|ss)en',
  '(?:la |mi |nuestra )?empresa (?:es|se llama)',
  'nos llamamos',
  "(?:la |notre |ma )?soci[ée]t[ée] s'appelle",
  "on s'appelle",
  'nous nous appelons',
  'a (?:minha |nossa )?empresa (?:agora )?(?:é a|chama-se|se chama)(?: agora)?',
  'la (?:mia|nostra) azienda (?:è|si chiama)',
  'ci chiamiamo',
  'ons bedrijf heet',
  'wij heten',
];

const COMPANY_PATTERN = new RegExp(`${WORD_START}(?:${BEFORE_COMPANY.join('|')})(?:[\\s:]+|(?<=\\())`, 'giu');
const NAME_PATTERN = new RegExp(`${WORD_START}(?:${BEFORE_NAME.join('|')})[\\s:]+`, 'giu');
/** These introduce people, places and things as well: the name itself must say that it is a company's. */
const INTRODUCES_ANYTHING =
  /^(?:this is|hier(?: ist)?|aqui (?:é|fala) (?:da|do|a|o)|wir sind|wir(?: die| der| das)|somos|siamo|nous sommes|work(?:ing|s)? (?:for|at)|schreiben?(?: ich| wir)?(?: ihnen| euch)? von)[\s:]+$/iu;
/** "It's for Easter", "a request from Berlin": no less so. */
const INTRODUCES_TIMES_AND_PLACES =
  /(?:(?:it'?s|it is|this is|that'?s|its|would be|ist|w[äa]re|c'est|serait|es|ser[íi]a|seria|sarebbe|[èé]|het is) (?:for|für(?: die| den| das)?|pour|para|per|voor)|(?:requirements?|requests?|inquiry|enquiry|anfrage|solicitud|consulta|demande|richiesta|pedido|aanvraag) (?:from|by|von(?: der)?|de(?: la)?|di|della|da|do|van))[\s:]+$/iu;
/** People write from places as well: one word by itself is one. */
const WRITES_FROM =
  /(?:escrib\S+|falo|escrev\S+|ligo|scriv\S+|chiamo|hablo|llamo|[ée]cris|[ée]crivons|appelle|schrijf|mail|bel)\S*(?: u| je| jullie)? (?:de|desde|da|do|dalla|dal|van)[\s:]+$/iu;

/** More statements than this are noise or an attack. */
const MOST = 12;

/** Places where a visitor says which company they are, in order. Linear. */
export function findStatedCompanies(text: string): readonly Span[] {
  const stated = firstMatches(text, COMPANY_PATTERN, MOST).flatMap((match) => {
    const span = companyFrom(text, match.index + match[0].length, false);
    if (span === null) return typedCompany(text, match.index + match[0].length);
    const name = text.slice(span.start, span.end);
    const introducesMore =
      INTRODUCES_ANYTHING.test(match[0]) ||
      INTRODUCES_TIMES_AND_PLACES.test(match[0]) ||
      (WRITES_FROM.test(match[0]) && !/\s/u.test(name));
    const doubtful = introducesMore && !isPlainlyCompany(name);
    return doubtful ? [] : [span];
  });
  const named = firstMatches(text, NAME_PATTERN, MOST).flatMap((match) => {
    const span = companyFrom(text, match.index + match[0].length, true);
    return span === null ? [] : [span];
  });
  return [...stated, ...named];
}

/** Words that make a company of what stands before them: "Emberline Gas is the company". */
const CONCLUSIONS =
  /\s(?:is (?:the|our) (?:company|firm|business|company name)|is (?:the name|what we'?re called)|hei(?:ß|ss)en wir|hei(?:ß|ss)t (?:die|unsere) firma|es (?:la|nuestra|mi) empresa|est (?:le nom|notre soci[ée]t[ée])|é (?:a|o nome da) (?:nossa )?empresa|è (?:la|il nome della) (?:nostra )?(?:azienda|ditta)|is (?:de naam|ons bedrijf)|heten we|is us|sind wir|c['’]est nous|somos nosotros|siamo noi|somos nós|zijn wij|is the (?:agency|shop|store|studio|practice|clinic|school|charity|hotel|restaurant|trust))(?!\p{L})/giu;

/** Places where the words leave no doubt that a name is the visitor's company. */
export function findConcludedCompanies(text: string): readonly Span[] {
  return firstMatches(text, CONCLUSIONS, MOST).flatMap((match) => {
    const base = Math.max(0, match.index - 80);
    const segment = splitSegments(text.slice(base, match.index)).at(-1);
    if (segment === undefined || base + segment.end !== match.index) return [];
    const lead = /^(?:and|und|y|et|e|en|so)\s/iu.exec(segment.text)?.[0].length ?? 0;
    const span = companyFrom(text.slice(0, match.index), base + segment.start + lead, true);
    return span !== null && span.end === match.index ? [span] : [];
  });
}

/** "we r tallgrass vet partners": without capitals a word for a trade must show that it is a company. */
function typedCompany(text: string, start: number): readonly Span[] {
  const span = companyFrom(text, start, true);
  if (span === null) return [];
  const name = text.slice(span.start, span.end);
  return looksLikeTypedCompany(name, isOrdinaryWord) && !name.split(' ').some(isParticiple) ? [span] : [];
}

function isPlainlyCompany(name: string): boolean {
  return hasCompanyWord(name) || findLegalNames(name).length > 0;
}
