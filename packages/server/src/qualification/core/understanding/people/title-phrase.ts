import { matchesOf } from '../matches-of.js';
import { hasCompanyWord } from './company-words.js';
import { findLegalNames } from './legal-forms.js';
import type { Span } from './name-and-company.js';
import { isOrdinaryWord } from './ordinary-words.js';
import { isTitleWord } from './titles.js';

/** A job title inside a phrase, and the company that it names: "practice manager at Meadow Lane". */
export interface TitlePhrase {
  readonly role: Span;
  readonly company: Span | null;
}

const LEAD_IN =
  /^(?:(?:and|und|y|et|e|en|n|btw|so|well|hi|yes|yeah|ja|sí|oui|sim|sì|ok|sure|certainly|klar|gerne)[ ,]+)*(?:(?:i am|i'm|i’m|im|am|we are|as|work(?:ing)? as|trabajo como|trabalho como|lavoro come|arbeite als|bin|role:?|title:?|position:?|job:?|my (?:role|title|position|job|designation)(?: title)? is(?: now)?|it's|its|ich bin|bin|als|meine (?:rolle|funktion|position) ist|soy|como|mi (?:cargo|puesto|rol) es|je suis|suis|en tant que|sou|eu sou|o meu cargo é|meu cargo é|sono|io sono|ik ben|mijn (?:functie|rol) is)\s+)?(?:(?:the|a|an|also|only|just|one of the|their|our|your|actually|currently|der|die|das|ein|eine|dort|hier|nur|el|la|un|una|le|l'|une|o|a|um|uma|il|lo|de|het|een|currently|still|both)\s+)*/iu;
const AT_COMPANY =
  /\s(?:at|w\/|bei|chez|presso|@|from|with|bei der|beim|in der firma|en la empresa|na empresa|bij)\s(?:the )?(?=\S)/iu;
/** Also what a title itself is made of ("head of Sales"): only what stands around it decides. */
const OF_COMPANY =
  /\s(?:of|von|der|de|do|da|di|del|dello|della|dell['’]|du|van|en|in|na|no|alla|for)\s(?:the )?(?=[\p{Lu}\p{N}])/gu;
/** Titles that are always held of a whole company. */
const OF_THE_WHOLE =
  /(?:^|\s)(?:owner|co-?owner|founder|co-?founder|ceo|coo|cto|cfo|cmo|president|chairman|chairwoman|proprietor|md|managing director|inhaber(?:in)?|geschäftsführer(?:in)?|gründer(?:in)?|dueñ[oa]|propietari[oa]|fundador[a]?|gérante?|fondat(?:eur|rice)|pdg|don[oa]|proprietári[oa]|titolare|fondat(?:ore|rice)|eigena(?:ar|res)|zaakvoerd?st?er|oprichter)$/iu;

/** "CEO Crownglow Hair": the one title that people put right before the company. */
const CHIEF_OF =
  /(?<=^(?:CEO|COO|CTO|CFO|MD|[Ff]ounder|[Oo]wner|[Mm]anaging [Dd]irector|Geschäftsführer(?:in)?|Inhaber(?:in)?))\s(?=\p{Lu}[\p{L}'’-]+ \p{Lu})/u;

/** Titles whose "of" names a part of the company: "Head of Passenger Services". */
const OF_A_PART =
  /(?:^|\s)(?:head|director|vp|vice president|chief|lead|leader|leiter(?:in)?|jef[ea]|responsable|director[a]?|directeur|directrice|diretor[a]?|responsabile|hoofd)$/iu;

/** What is no part of a company but one itself: "director of Vidyapath Academy". */
const INSTITUTION =
  /^\p{Lu}[^,]*\s(?:academy|school|college|university|hospital|clinic|institute|trust|hotel|museum|foundation|council|theatre|library|nursery|agency|brewery|bakery|group|farm|schule|klinik|stiftung|verein|verlag)$/iu;

const STOP =
  /\s(?:of (?:an?|the|our|my|this|two|three|\d+)|d['’]une?|de (?:una?|nuestr[oa]|uma?|um)|einer|eines|di una?|van een|at|with|for|from|in|who|that|which|here|btw|aka|and (?:i|we|so)|but|so|if|because|bei|beim|mit|seit|hier|und|aber|chez|avec|depuis|ici|con|desde|aqui|aquí|com|presso|qui|bij|met|voor|lol|haha|tho|ish|basically|by the way|i guess|everything|\+)(?=\s|$)|\s[@+]|['"“”]/iu;

/** What a word of a title may be cut off at. */
const BETWEEN_WORDS = /[\s"'\u201c\u201d\u2019,:]+/u;

/** The job title at the start of a segment; null when there is none. */
export function titlePhrase(text: string): TitlePhrase | null {
  if (!text.split(BETWEEN_WORDS).some(hasTitle)) return null;
  const lead = LEAD_IN.exec(text)?.[0].length ?? 0;
  const rest = text.slice(lead);
  const at = AT_COMPANY.exec(rest);
  const of = at === null ? (CHIEF_OF.exec(rest) ?? findOfCompany(rest)) : null;
  const link = at ?? of;
  const stop = STOP.exec(rest);
  const roleEnd = Math.min(link?.index ?? rest.length, stop?.index ?? rest.length);
  const role = rest.slice(0, roleEnd).trimEnd();
  if (!isTitle(role)) return null;
  const roleSpan = { start: lead, end: lead + role.length };
  if (link === null || link.index > roleEnd) return { role: roleSpan, company: null };
  const companyStart = lead + link.index + link[0].length;
  const company = text.slice(companyStart);
  const named = /^\p{Lu}/u.test(company) && company.split(/\s+/u).length <= 6;
  return { role: roleSpan, company: named ? { start: companyStart, end: text.length } : null };
}

function findOfCompany(text: string): RegExpExecArray | null {
  for (const link of matchesOf(text, OF_COMPANY)) {
    const company = text.slice(link.index + link[0].length);
    const title = text.slice(0, link.index);
    if (OF_THE_WHOLE.test(title) || findLegalNames(company).length > 0) return link;
    const part = OF_A_PART.test(title) && !/^\s(?:in|en|na|no|alla)\s/u.test(link[0]);
    if (hasCompanyWord(company) && (!part || INSTITUTION.test(company))) return link;
  }
  return null;
}

function isTitle(text: string): boolean {
  const words = text.split(/\s+/u).filter((word) => word !== '');
  if (words.length === 0 || words.length > 7 || text.length > 70 || /[@\d?]/u.test(text)) return false;
  if (!words.some(hasTitle)) return false;
  // "technician scheduling" is what technicians need, "head of marketing" is a title.
  const last = words.at(-1) ?? '';
  const isWork =
    /ing$/iu.test(last) &&
    !isTitleWord(words[0] ?? '') &&
    !words.some((word) => /^(?:of|for|de|of the)$/iu.test(word));
  if (words.length > 2 && isWork) return false;
  // "Dreßen & Partner Steuerberatung" is a company.
  if (/\s[&+]\s/u.test(text) && hasCompanyWord(words.filter((word) => !/^[&+]$/u.test(word)).join(' ')))
    return false;
  // Sentences about somebody have words that no title has.
  const foreign = words.filter(
    (word) =>
      /^(?:\p{Ll}|I$)/u.test(word) && isOrdinaryWord(word) && !isTitleWord(word) && !TITLE_LINKS.test(word),
  );
  return foreign.length === 0;
}

/** "Manager", "owner/manager". */
function hasTitle(word: string): boolean {
  return isTitleWord(word) || (/[/&-]/u.test(word) && word.split(/[/&-]/u).some(isTitleWord));
}

/** Ordinary words that stand inside titles: "head of customer service", "responsable del taller". */
const TITLE_LINKS =
  /^(?:of|and|the|for|de|del|della|dei|du|des|la|le|les|los|las|da|do|di|der|die|und|für|im|van|en|y|e|et|i|contact|centre|center|customer|client|clients|support|service|sales|office|new|business|product|project|operations|digital|software|information|senior|junior|human|company|second|first|shop|store|patient|people|partnerships|alliances|reservations|group|accounts|relations|community|growth|success|security|finance|events|guest|guests|facilities|admissions|volunteer|volunteers|membership|training|branch|warehouse|fleet|logistics|content|web|data|purchasing|production|plant|technical|medical|clinical|regional|national|area|district|team|marketing|day|night|help|desk|front|back|account|booking|bookings|call|order|website|information|plan|general|interim|acting|order|duty|home|place|repair|mail|main|price|quality|us|uk|on|to|worker|social|live|it|hr)$/iu;
