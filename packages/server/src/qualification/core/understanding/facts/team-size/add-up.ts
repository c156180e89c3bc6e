import type { PeopleCount } from './count-people.js';

/** Several numbers that are one team: its sum, its parts, its seasons. */

const PLUS =
  /^(?:[^,.;!?\n]{0,24}?)(?:\s(?:and|plus|und|et|y|e|en|n|dazu|\+|&)\s|\s?\+\s?|,\s)(?:(?:another|about|the|noch|die|les|los|i|os|de|like)\s){0,2}$/;
const PLUS_ME =
  /^(?:\s[a-z]{2,20}){0,2}\s?(?:\+|plus|and|und|et|y|e|en|n|&)\s(?:me|myself|i|ich|moi|yo|io|eu|ik)(?=\s*(?:$|[,.;:!?)])|\s(?:please|too|bitte|auch|aussi|tambien|anche|tambem|ook|mit|als|as|for|fur)(?![a-z]))/;

const IN_A_PLACE =
  /^\s(?:im|am|beim|au|na|no|nel|nella|alla)\s[a-z]|^\s(?:in|on|at|im|am|an|en|au|a|na|no|nel|in|op)\s(?:the|our|der|dem|unser\w{0,2}|la|le|el|o|a|il|de|het)\s[a-z]/;

const IN_SEASON =
  /^,?\s(?:and |und |et |y |e |en |but |aber )?(?:in (?:the )?(?:summer|winter|high season|season|peak)|im (?:sommer|winter)|in der saison|en (?:ete|hiver|haute saison|verano|invierno|temporada)|l'ete|d'estate|d'inverno|in (?:estate|stagione|inverno)|no (?:verao|inverno)|na epoca alta|in de zomer|in het seizoen)\s(?:up to |maybe |also |auch |jusqu'a )?$/;

/** "We are four, in summer five": from four to five. */
export function seasonOf(counts: readonly PeopleCount[], folded: string): PeopleCount | null {
  const [usual, high] = counts;
  if (usual === undefined || high === undefined || !usual.isOwn) return null;
  if (!IN_SEASON.test(folded.slice(usual.end, high.start))) return null;
  const ends = [usual.size.min, usual.size.max, high.size.min, high.size.max].filter((end) => end !== null);
  return { ...usual, size: { min: Math.min(...ends), max: Math.max(...ends) }, end: high.end };
}

const ME_PLUS =
  /(?<![a-z])(?:me|myself|ich|moi|yo|io|eu|ik)\s(?:and|plus|\+|und|et|y|e|en|n|&)\s(?:my |meine |mes |mis |i miei |os meus |mijn )?$/;

const PLACED =
  /^\s?-?(?:(?:in|at|on|im|am|bei|beim|a|au|en|em|no|na|te|from|aus|for|doing)\s(?:the |der |dem |la |le |el |o )?[a-z'-]{2,20}|full[- ]?tim[a-z]{1,4}|part[- ]?tim[a-z]{1,4}|vollzeit[a-z]*|teilzeit[a-z]*|remote|on ?site|drausen|drinnen|outside|inside|permanent|seasonal|freelancers?|temps|fixes?|fest[a-z]*)(?:\s[a-z'-]{2,20}){0,2}?(?:\s?[,;]\s|\s?\+\s?|\s(?:and|plus|und|et|y|e|en|\+|&)\s)(?:another |about |noch |the other )?$/;

const ALSO_PLACED =
  /^\s?-?(?:(?:in|at|on|im|am|bei|beim|a|au|en|em|no|na|te|from|aus|for|doing)\s(?:the |der |dem |la |le |el |o )?[a-z'-]{2,20}|full[- ]?tim[a-z]{1,4}|part[- ]?tim[a-z]{1,4}|vollzeit[a-z]*|teilzeit[a-z]*|remote|on ?site|drausen|drinnen|outside|inside|permanent|seasonal|freelancers?|temps|fixes?|fest[a-z]*)/;

/** "8 in Berlin and 6 in Graz": the parts of one team. */
export function partsOf(counts: readonly PeopleCount[], folded: string): PeopleCount | null {
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

/** "Eight clerks, three caretakers and two in accounts, thirteen": a number that those before it add up to is their sum. */
export function statedSumOf(counts: readonly PeopleCount[]): PeopleCount | null {
  let sum = 0;
  for (const [index, count] of counts.entries()) {
    const { min, max } = count.size;
    if (min === null || min !== max) return null;
    if (index > 1 && min === sum) return count;
    sum += min;
  }
  return null;
}

/** "12 agents and 3 supervisors" is fifteen, unless a total is given or only some get access. */
export function sumOf(counts: readonly PeopleCount[], folded: string): PeopleCount | null {
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
