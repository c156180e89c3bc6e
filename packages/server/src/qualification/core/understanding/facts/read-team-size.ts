import type { TeamSize } from '@baton/shared-types';
import { isCorrection, isTakenBack } from '../cues/corrections.js';
import type { ReadCandidate, Reader, ReadingContext, VisitorMessage } from '../reading.js';
import { rulesCandidate } from '../spans.js';
import { countInOtherLanguages } from './team-size/count-in-other-languages.js';
import { countPeople, type PeopleCount } from './team-size/count-people.js';
import { FOR_PRICE, HELD_SEATS } from './team-size/cues.js';
import { readLeading } from './team-size/read-leading.js';
import { opensByTakingBack, replacesHeldSize, takesBackHeldSize } from './team-size/replaces-held-size.js';
import { foldText } from './text/fold-text.js';
import { quote } from './text/quote.js';
import { readableText } from './text/readable-text.js';

const JUST_ME =
  /(?<![a-z])(?:just|only|nur|juste|que|solo|solamente|so|alleen|it'?s|seulement|soltanto|apenas)\s(?:me|myself|ich|moi|yo|io|eu|ik|mich)(?![a-z])|(?<![a-z])(?:me alone|ich allein|one man show|one-man|one woman|moi seule?|yo sola?|io da sol[oa]|so eu|ik alleen)(?![a-z])/;
const TWO_OF_US =
  /(?<![a-z])(?:both of us|me and my [a-z]{3,14}|my [a-z]{3,14} and (?:me|i)|wir beide|nous deux|los dos|noi due|nos dois|wij twee(?:en)?|zu zweit)(?![a-z])/;
/** German counts people by "zu viert". */
const GERMAN_TOGETHER: ReadonlyMap<string, number> = new Map([
  ['zweit', 2],
  ['dritt', 3],
  ['viert', 4],
  ['funft', 5],
  ['sechst', 6],
  ['siebt', 7],
  ['acht', 8],
  ['neunt', 9],
  ['zehnt', 10],
  ['elft', 11],
  ['zwolft', 12],
  ['funfzehnt', 15],
  ['zwanzigst', 20],
]);
const WE_ARE_TOGETHER =
  /(?<![a-z])(?:wir (?:sind|waren)|sind wir|waren wir|team)(?: \w+){0,2} zu [a-z]{4,10}t(?![a-z])/;
const OR_MORE_SAID = /^\s{0,2}(?:or|oder|ou|o|of|maybe|well|vielleicht|peut-etre)\s/;
const UNKNOWN_USERS =
  /(?<![a-z])(?:don'?t know|dunno|not sure|no idea|no clue|unclear|weis(?:s)? (?:ich )?(?:noch )?nicht|keine ahnung|unklar|sais pas|aucune idee|no (?:lo )?se|ni idea|non (?:lo )?so|nao sei|weet (?:ik )?niet|geen idee)(?![a-z])/;

/** Reads how many people would use the product. */
export const readTeamSize: Reader = (context) => {
  const asked = context.asked === 'team_size';
  const candidates: ReadCandidate<'team_size'>[] = [];
  for (const message of context.messages) {
    const read = readMessage(message, context, asked);
    if (read === null) continue;
    const previous = candidates.at(-1);
    if (previous !== undefined && OR_MORE_SAID.test(foldText(message.text)) && !read.corrects) {
      candidates.splice(-1, 1, widen(previous, read));
    } else {
      candidates.push(read);
    }
  }
  return candidates;
};

/** "18" and, in the next message, "or 19 if Kit stays": one range. */
function widen(
  one: ReadCandidate<'team_size'>,
  other: ReadCandidate<'team_size'>,
): ReadCandidate<'team_size'> {
  const ends = [one.value.min, one.value.max, other.value.min, other.value.max].filter((end) => end !== null);
  return {
    ...one,
    value: { min: Math.min(...ends), max: Math.max(...ends) },
    evidence: [...one.evidence, ...other.evidence],
  };
}

function readMessage(
  message: VisitorMessage,
  context: ReadingContext,
  asked: boolean,
): ReadCandidate<'team_size'> | null {
  const folded = readableText(message);
  const said = countPeople(message.text, folded, context.language);
  const between = (index: number) => message.text.slice(said[index]?.end, said[index + 1]?.start ?? 0);
  const all = said.filter((_, index) => !isTakenBack(between(index)));
  /** What stands in the place of a number that was taken back. */
  const restated = said.find((_, index) => index > 0 && isTakenBack(between(index - 1)));
  const counts = all.filter(
    (count) =>
      // "7 Sisters Plumbing"
      !(context.asked === 'company' && count.start === 0 && !count.hasAccess) &&
      (isAboutUse(count, folded, asked) || replacesHeldSize({ text: message.text, folded }, count, context)),
  );
  const seasonal = seasonOf(all, folded);
  if (seasonal !== null) return candidate(message, seasonal, asked);
  const total = partsOf(counts, folded) ?? sumOf(counts, folded);
  if (total !== null) return candidate(message, total, asked);
  if (counts.length === 0 && asked) {
    const foreign = countInOtherLanguages(message.text, folded, context.language);
    if (foreign !== null) return candidate(message, foreign, asked);
  }
  if (asked && restated !== undefined && counts.includes(restated)) {
    // "9, no sorry, with the two apprentices we are 11"
    const own = restated.isOwn
      ? undefined
      : counts.find(
          (count) => count.start > restated.end && WE_ARE_IN_ALL.test(folded.slice(0, count.start)),
        );
    return { ...candidate(message, own ?? restated, asked), corrects: true };
  }
  const putRight = asked ? counts.find((count) => opensByTakingBack(folded, count.start)) : undefined;
  if (putRight !== undefined) return candidate(message, putRight, asked);
  const isHeld = context.known.team_size !== undefined;
  const merit = (count: PeopleCount) =>
    weigh(count, asked) +
    // The number with which an answer opens.
    (asked && isOpening(folded, count) ? 4 : 0) +
    (isHeld && isCorrection(message.text, count.start, count.end) ? 3 : 0);
  const best = [...counts].sort((one, other) => merit(other) - merit(one))[0];
  if (best !== undefined) {
    const read = candidate(message, best, asked);
    const replaces = !asked && takesBackHeldSize({ text: message.text, folded }, best, context);
    return replaces ? { ...read, corrects: true } : read;
  }
  return asked || WE_ARE_TOGETHER.test(folded) ? readWithoutNumber(message, folded, context.language) : null;
}

function isAboutUse(count: PeopleCount, folded: string, asked: boolean): boolean {
  if (count.isWholeCompany && !count.hasAccess) return false;
  if (asked) return !(count.noun === 'headcount' && UNKNOWN_USERS.test(folded));
  if (count.noun === 'seat' || count.noun === 'us') return true;
  // "2 people end up with the same ticket" counts nobody's users.
  if (count.noun === 'person')
    return (
      count.isOwn ||
      (count.size.min ?? count.size.max ?? 0) > 3 ||
      FOR_PRICE.test(folded.slice(0, count.start))
    );
  if (count.noun === 'headcount' && IN_SUPPORT.test(folded.slice(count.end, count.end + 40))) return true;
  if (count.noun === 'headcount')
    return /(?<![a-z])(?:seats?|licen[sc]es?|logins?|accounts?|access|users?|platze|lizenzen|zugange|licences|postes|licencias|licenze|licencas|licenties) (?:for|fur|pour|para|per|voor) (?:about |around |our |all |some |etwa |unsere |unos )*$/.test(
      folded.slice(Math.max(0, count.start - 40), count.start),
    );
  // "We have 6 seats with you and want another 20"
  if ((count.noun === 'none' || count.noun === 'unknown') && count.isAdditional && HELD_SEATS.test(folded))
    return true;
  if (
    count.noun === 'none' &&
    count.hasAccess &&
    THEY_USE.test(folded.slice(Math.max(0, count.start - 32), count.start))
  )
    return true;
  if (count.noun === 'none' && count.hasAccess && LOGS_IN.test(folded.slice(count.end, count.end + 24)))
    return true;
  if (count.noun === 'none' && count.isOwn)
    return /(?<![a-z])(?:(?:team|crew|squad|equipe|equipo|squadra|equipa) (?:of|von|de|di|van)|we'?re|we r|we are|there are|somos|siamo|nous sommes|on est|we zijn|wir sind|wir waren|seriamos|saremmo|nous serions)\s(?:\S{1,10}\s){0,2}$/.test(
      folded.slice(Math.max(0, count.start - 30), count.start),
    );
  return count.noun === 'none' && FOR_PRICE.test(folded.slice(0, count.start));
}

function isOpening(folded: string, { start, end, noun }: PeopleCount): boolean {
  return (
    (noun === 'none' || noun === 'unknown') &&
    /^\W*(?:(?:about|around|roughly|so|well|hm+|uh|um|etwa|ca|rund|na|also|environ|unos|circa|uns|ongeveer)[\s,.]+)*$/.test(
      folded.slice(0, start),
    ) &&
    /^\s*(?:$|[,.;!\n:)-])/.test(folded.slice(end))
  );
}

function weigh(count: PeopleCount, asked: boolean): number {
  return (
    (count.isTotal ? 8 : 0) +
    (count.isOnly && asked ? 9 : 0) +
    (count.hasAccess ? 3 : 0) +
    (count.isAdditional && (count.noun === 'seat' || asked) ? 3 : 0) +
    (count.isOwn ? 2 : 0) +
    (count.noun === 'seat' || count.noun === 'us' ? 2 : 0) +
    (count.noun === 'person' ? 1.5 : 0) -
    (count.noun === 'headcount' ? 1 : 0) -
    (count.noun === 'unknown' ? 0.5 : 0)
  );
}

const WE_ARE_IN_ALL =
  /(?<![a-z])(?:siamo|we are|we'?re|somos|sind wir|wir sind|on est|nous sommes|zijn we|we zijn)\s(?:in |en |met |zu |em )?$/;

const PLUS =
  /^(?:[^,.;!?\n]{0,24}?)(?:\s(?:and|plus|und|et|y|e|en|n|dazu|\+|&)\s|\s?\+\s?|,\s)(?:(?:another|about|the|noch|die|les|los|i|os|de|like)\s){0,2}$/;
const PLUS_ME =
  /^(?:\s[a-z]{2,20}){0,2}\s?(?:\+|plus|and|und|et|y|e|en|n|&)\s(?:me|myself|i|ich|moi|yo|io|eu|ik)(?=\s*(?:$|[,.;:!?)])|\s(?:please|too|bitte|auch|aussi|tambien|anche|tambem|ook|mit|als|as|for|fur)(?![a-z]))/;

const IN_A_PLACE =
  /^\s(?:in|on|at|im|am|an|en|au|a|na|no|nel|in|op)\s(?:the|our|der|dem|unser\w{0,2}|la|le|el|o|a|il|de|het)\s[a-z]/;

const IN_SEASON =
  /^,?\s(?:and |und |et |y |e |en |but |aber )?(?:in (?:the )?(?:summer|winter|high season|season|peak)|im (?:sommer|winter)|in der saison|en (?:ete|hiver|haute saison|verano|invierno|temporada)|l'ete|d'estate|d'inverno|in (?:estate|stagione|inverno)|no (?:verao|inverno)|na epoca alta|in de zomer|in het seizoen)\s(?:up to |maybe |also |auch |jusqu'a )?$/;

/** "We are four, in summer five": from four to five. */
function seasonOf(counts: readonly PeopleCount[], folded: string): PeopleCount | null {
  const [usual, high] = counts;
  if (usual === undefined || high === undefined || !usual.isOwn) return null;
  if (!IN_SEASON.test(folded.slice(usual.end, high.start))) return null;
  const ends = [usual.size.min, usual.size.max, high.size.min, high.size.max].filter((end) => end !== null);
  return { ...usual, size: { min: Math.min(...ends), max: Math.max(...ends) }, end: high.end };
}

const ME_PLUS =
  /(?<![a-z])(?:me|myself|ich|moi|yo|io|eu|ik)\s(?:and|plus|\+|und|et|y|e|en|n|&)\s(?:my |meine |mes |mis |i miei |os meus |mijn )?$/;

/** "25 employees in support": those who would use it. */
const IN_SUPPORT =
  /^\s(?:im|in|in the|in our|in unser[a-z]*|on the|at the|am|an der|au|dans le|en|en el|no|na|nel|nella|in de|op de)\s(?:customer |client |unser[a-z]* |our )?(?:support|service|customer|kunden[a-z]*|care|dispatch|planning|call|help|front|reception|rezeption|empfang|hotline|desk|telefon|phones|disposition|zentrale|planung|accueil|planning|atencion|soporte|recepcion|assistenza|atendimento|suporte|klantenservice)/;
/** "Siamo in 28 ma lo userebbero in 19" */
const THEY_USE =
  /(?<![a-z])(?:would use it|userebbero|useremmo|utiliseraient|s'en serviraient|lo usarian|lo usarian|usariam|zouden het gebruiken|nutzen wurden es)\s(?:only |nur |solo |seulement |so |slechts )?(?:in |zu )?$/;
const LOGS_IN =
  /^\s(?:e|and|und|y|et|en)\s(?:lo |la |le |it |es )?(?:userebbero|would (?:all )?use|usarian|utiliseraient|usariam)(?![a-z])|^\s(?:of (?:them|those|which|whom) )?(?:would|will|should|could|need to|are going to) (?:\w+ )?(?:use|log|need|get|work|access|be using)(?![a-z])|^\s(?:davon|wurden|werden|sollen) (?:\w+ ){0,2}(?:nutzen|arbeiten|brauchen|zugriff)/;

const PLACED =
  /^\s?-?(?:(?:in|at|on|im|am|bei|beim|a|au|en|em|no|na|te|from|aus|for|doing)\s(?:the |der |dem |la |le |el |o )?[a-z'-]{2,20}|full[- ]?tim[a-z]{1,4}|part[- ]?tim[a-z]{1,4}|vollzeit[a-z]*|teilzeit[a-z]*|remote|on ?site|drausen|drinnen|outside|inside|permanent|seasonal|freelancers?|temps|fixes?|fest[a-z]*)(?:\s[a-z'-]{2,20}){0,2}?(?:\s?[,;]\s|\s?\+\s?|\s(?:and|plus|und|et|y|e|en|\+|&)\s)(?:another |about |noch |the other )?$/;

const ALSO_PLACED =
  /^\s?-?(?:(?:in|at|on|im|am|bei|beim|a|au|en|em|no|na|te|from|aus|for|doing)\s(?:the |der |dem |la |le |el |o )?[a-z'-]{2,20}|full[- ]?tim[a-z]{1,4}|part[- ]?tim[a-z]{1,4}|vollzeit[a-z]*|teilzeit[a-z]*|remote|on ?site|drausen|drinnen|outside|inside|permanent|seasonal|freelancers?|temps|fixes?|fest[a-z]*)/;

/** "8 in Berlin and 6 in Graz": the parts of one team. */
function partsOf(counts: readonly PeopleCount[], folded: string): PeopleCount | null {
  const [first, ...others] = counts;
  const last = others.at(-1);
  if (first === undefined || last === undefined || counts.some((count) => count.isTotal)) return null;
  let [sum, end] = [first.size.min ?? 0, first.end];
  for (const count of counts) {
    if (count.size.min === null || count.size.min !== count.size.max) return null;
    if (count !== first) {
      if (!PLACED.test(folded.slice(end, count.start))) return null;
      sum += count.size.min;
      end = count.end;
    }
  }
  const tail = ALSO_PLACED.exec(folded.slice(end, end + 40));
  return tail === null ? null : { ...first, size: { min: sum, max: sum }, end: end + tail[0].length };
}

/** "12 agents and 3 supervisors" is fifteen, unless a total is given or only some get access. */
function sumOf(counts: readonly PeopleCount[], folded: string): PeopleCount | null {
  if (counts.some((count) => count.isTotal)) return null;
  const first = counts[0];
  if (first === undefined || first.size.min === null || first.size.max === null) return null;
  if (first.noun === 'seat' || (first.noun === 'none' && counts.length > 1)) return null;
  let end = first.end;
  let { min, max } = { min: first.size.min, max: first.size.max };
  let parts = 1;
  for (const count of counts.slice(1)) {
    const joins =
      PLUS.test(folded.slice(end, count.start)) && count.size.min !== null && count.size.max !== null;
    // "11 crew leads and 3 in the office"
    const isPlaced = count.noun === 'none' && IN_A_PLACE.test(folded.slice(count.end, count.end + 24));
    const isPart = joins && (count.noun === 'person' || isPlaced);
    if (!isPart || count.hasAccess !== first.hasAccess) return null;
    min += count.size.min ?? 0;
    max += count.size.max ?? 0;
    end = count.end;
    parts += 1;
  }
  const me = PLUS_ME.exec(folded.slice(end, end + 50));
  if (me !== null) {
    min += 1;
    max += 1;
    end += me[0].length;
    parts += 1;
  }
  const andMe = ME_PLUS.exec(folded.slice(Math.max(0, first.start - 16), first.start));
  if (andMe !== null && parts === 1) {
    return {
      ...first,
      size: { min: min + 1, max: max + 1 },
      start: first.start - andMe[0].trimStart().length,
    };
  }
  return parts > 1 ? { ...first, size: { min, max }, end } : null;
}

function candidate(message: VisitorMessage, count: PeopleCount, asked: boolean): ReadCandidate<'team_size'> {
  return rulesCandidate({
    kind: 'team_size',
    value: count.size,
    evidence: [quote(message, count.start, count.end)],
    confidence: asked ? 0.9 : count.noun === 'seat' || count.isOwn ? 0.85 : 0.75,
    reason: asked ? (say) => say.sizeAnswered : (say) => say.sizeMentioned,
    corrects: isCorrection(message.text, count.start, count.end),
  });
}

function readWithoutNumber(
  message: VisitorMessage,
  folded: string,
  language: string,
): ReadCandidate<'team_size'> | null {
  const together =
    language === 'de'
      ? /(?<![a-z])zu? (zweit|dritt|viert|funft|sechst|siebt|acht|neunt|zehnt|elft|zwolft|funfzehnt|zwanzigst)(?![a-z])/.exec(
          folded,
        )
      : null;
  const two = TWO_OF_US.exec(folded);
  const one = JUST_ME.exec(folded);
  const found = together ?? two ?? one;
  if (found === null) return readLeading(message, folded);
  const people = together === null ? (two === null ? 1 : 2) : (GERMAN_TOGETHER.get(together[1] ?? '') ?? 0);
  if (people === 0) return null;
  const size: TeamSize = { min: people, max: people };
  return rulesCandidate({
    kind: 'team_size',
    value: size,
    evidence: [quote(message, found.index, found.index + found[0].length)],
    confidence: 0.7,
    reason: (say) => say.sizeInPeople,
    corrects: isCorrection(message.text, found.index, found.index + found[0].length),
  });
}
