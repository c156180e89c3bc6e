import { isRefusal } from '../cues/refusals.js';
import { hasCompanyWord } from './company-words.js';
import { findLegalNames } from './legal-forms.js';
import type { Span } from './name-and-company.js';
import { isOrdinaryWord } from './ordinary-words.js';
import { looksLikeName } from './person-name.js';
import { splitSegments } from './segments.js';

export interface CompanyAnswer extends Span {
  readonly confidence: number;
}

const LEAD =
  /^(?:(?:sure|yes|yeah|yep|ok|okay|of course|well|oh|ah|so|hi|it'?s(?: called)?|its(?: called)?|it is(?: called)?|that'?s|that would be|we(?:'re| are)(?: called)?|were called|we (?:trade|operate|go) (?:as|by)|i(?:'m| am|m) (?:from|with|at)|from|i work (?:for|at)|the (?:company|name|firm) is(?: called)?|the (?:company|firm|business)(?:'s name)? is|company(?: name)?(?: is|:)?|called|name is|for|ja|klar|also|das ist(?: die)?|(?:die|sie|er|das|es) (?:heißt|ist)|wir sind(?: die)?|wir heißen|die firma(?: heißt)?|firma|bei der|sí|claro|somos|es|se llama|la empresa(?: se llama| es)?|oui|c'est|nous sommes|la société(?: s'appelle)?|sim|é a|é o|somos a|a empresa (?:é|chama-se|se chama)(?: a)?|s[ìi]|siamo(?: la)?|si chiama|l'azienda (?:è|si chiama)|wij zijn|we zijn|het bedrijf heet|wij heten|dat is)[\s,:]+)*/iu;
/** "it's a school, St Brendan's": what it is comes before what it is called. */
const GENERIC =
  /^(?:(?:not|no) [\p{L}\s-]+|(?:just |it's |for |so )*(?:an?|the|my|our|my own|our own|ein(?:e)?|meine?|une?|mon|ma|una|un|mi|uma?|een|mijn)\s(?!\p{Lu}\p{Ll})[\p{L}\s-]+)$/u;
/** "I'm Dana Whitfield, ops lead" says who is writing, whatever was asked. */
const PERSON_INTRO =
  /^(?:i['’]?m|i am|my name(?:['’]s| is)|name['’]?s|this is|ich bin|ich hei(?:ß|ss)e|mein name ist|je suis|je m['’]appelle|soy|me llamo|mi nombre es|sono|mi chiamo|sou|eu sou|chamo-me|me chamo|meu nome é|ik ben|ik heet|mijn naam is)\s+(?=\p{L})/iu;
/** "17 people would use it" answers another question; "7 Sisters Plumbing" is a name. */
const COUNTS_PEOPLE =
  /^\d{1,5}\s(?:people|persons?|users?|seats?|of us|staff|employees|agents|leute|personen|mitarbeiter(?:innen)?|nutzer|pl[äa]tze|personnes|utilisateurs|personas|usuarios|persone|utenti|pessoas|utilizadores|mensen|gebruikers|medewerkers)(?!\p{L})/iu;
/** "pellow damp proofing, same as the address" */
const SAME_AS =
  /[\s,]+(?:the )?same as (?:the |my |our )?(?:e-?mail )?(?:address|e-?mail|domain|name)[\s.!]*$/iu;
const FROM_PLACE = /\s(?:from|in|based in|aus|de|en|à|em|uit|out of)\s(?:the )?(?=\p{Lu}\p{L}+$)/u;

/** The company in an answer to the question for it, also in lower case; null when the answer names none. */
export function companyAnswer(answer: string): CompanyAnswer | null {
  const text = answer.replace(SAME_AS, '');
  const lead = LEAD.exec(text)?.[0].length ?? 0;
  const legal = findLegalNames(text)[0];
  if (legal !== undefined) {
    return {
      start: lead < legal.end ? Math.max(legal.start, lead) : legal.start,
      end: legal.end,
      confidence: 0.95,
    };
  }
  const segments = splitSegments(text.slice(lead));
  const skipped = segments.findIndex((segment) => !GENERIC.test(segment.text));
  const first = segments[skipped];
  if (first === undefined || (skipped === 0 && first.start > 1)) return null;
  const words = first.text.split(/\s+/u);
  const [opening = ''] = words;
  if (words.length === 1 && isOrdinaryWord(opening)) return null;
  if (COUNTS_PEOPLE.test(first.text)) return null;
  const capital = /^[\p{Lu}\p{N}]/u.test(first.text);
  const intro = PERSON_INTRO.exec(first.text)?.[0].length ?? 0;
  const isPerson = intro > 0 && !hasCompanyWord(first.text) && looksLikeName(first.text.slice(intro));
  if (isPerson) return null;
  const isQuestion = text.charAt(lead + first.end) === '?';
  if (isQuestion || words.length > 7 || first.text.includes('@')) return null;
  if (!capital && skipped > 0) return null;
  // "I won't tell", "nice try"
  if ((!capital || isOrdinaryWord(opening)) && isRefusal('company', text)) return null;
  if (isOrdinaryWord(opening) && !capital && !hasCompanyWord(first.text)) return null;
  const ordinary = words.filter((word) => isOrdinaryWord(word) && /^\p{Ll}/u.test(word)).length;
  if (ordinary > 2 || (ordinary * 2 >= words.length && !hasCompanyWord(first.text))) return null;
  const start = lead + first.start;
  const end = start + (FROM_PLACE.exec(first.text)?.index ?? first.text.length);
  return { start, end, confidence: capital ? 0.93 : 0.82 };
}
