import type { TeamSize } from '@baton/shared-types';
import { isCorrection, isTakenBack } from '../cues/corrections.js';
import type { ReadCandidate, Reader, ReadingContext, VisitorMessage } from '../reading.js';
import { rulesCandidate } from '../spans.js';
import { foldText } from '../text/fold-text.js';
import { quote } from '../text/quote.js';
import { readableText } from '../text/readable-text.js';
import { partsOf, seasonOf, statedSumOf, sumOf } from './team-size/add-up.js';
import { countInOtherLanguages } from './team-size/count-in-other-languages.js';
import { countPeople, type PeopleCount } from './team-size/count-people.js';
import { FOR_PRICE, HELD_SEATS } from './team-size/cues.js';
import { readLeading } from './team-size/read-leading.js';
import { opensByTakingBack, replacesHeldSize, takesBackHeldSize } from './team-size/replaces-held-size.js';

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
      // "Five others, one of whom is deaf": some of those who have been counted.
      !/^\s(?:of whom|of which|von denen|dont|de los cuales|dos quais|van wie)(?![a-z])/.test(
        folded.slice(count.end, count.end + 16),
      ) &&
      (isAboutUse(count, folded, asked) || replacesHeldSize({ text: message.text, folded }, count, context)),
  );
  const seasonal = seasonOf(all, folded);
  if (seasonal !== null) return candidate(message, seasonal, asked);
  const total = statedSumOf(counts) ?? partsOf(counts, folded) ?? sumOf(counts, folded);
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

/** "25 employees in support": those who would use it. */
const IN_SUPPORT =
  /^\s(?:im|in|in the|in our|in unser[a-z]*|on the|at the|am|an der|au|dans le|en|en el|no|na|nel|nella|in de|op de)\s(?:customer |client |unser[a-z]* |our )?(?:support|service|customer|kunden[a-z]*|care|dispatch|planning|call|help|front|reception|rezeption|empfang|hotline|desk|telefon|phones|disposition|zentrale|planung|accueil|planning|atencion|soporte|recepcion|assistenza|atendimento|suporte|klantenservice)/;
/** "Siamo in 28 ma lo userebbero in 19" */
const THEY_USE =
  /(?<![a-z])(?:would use it|userebbero|useremmo|utiliseraient|s'en serviraient|lo usarian|usariam|zouden het gebruiken|nutzen wurden es)\s(?:only |nur |solo |seulement |so |slechts )?(?:in |zu )?$/;
const LOGS_IN =
  /^\s(?:e|and|und|y|et|en)\s(?:lo |la |le |it |es )?(?:userebbero|would (?:all )?use|usarian|utiliseraient|usariam)(?![a-z])|^\s(?:of (?:them|those|which|whom) )?(?:would|will|should|could|need to|are going to) (?:\w+ )?(?:use|log|need|get|work|access|be using)(?![a-z])|^\s(?:davon|wurden|werden|sollen) (?:\w+ ){0,2}(?:nutzen|arbeiten|brauchen|zugriff)/;

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
