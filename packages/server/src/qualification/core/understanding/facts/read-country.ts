import { isCorrection, isDenied } from '../cues/corrections.js';
import type { ReadCandidate, Reader, ReadingContext, VisitorMessage } from '../reading.js';
import { rulesCandidate } from '../spans.js';
import { list, phrases } from '../text/phrases.js';
import { quote } from '../text/quote.js';
import { readableText } from '../text/readable-text.js';
import { type Stretch, splitSentences } from '../text/split-clauses.js';
import { splitWords } from '../text/words.js';
import { AMBIGUOUS, countryNames, isNameIn, MOSTLY_PLACES } from './countries/country-names.js';

const NAMES = countryNames();
const BY_FIRST_WORD = namesByFirstWord();
const HANGS_ON = /[0-9@._/-]/;
const NAME_ENDS = /^(?![a-z0-9@_]|\.[a-z]|-[a-z])/;

/** "in", "from": the words before a place. */
const PLACE_BEFORE =
  /(?:(?<![a-z])(?:in|from|of|across|throughout|based in|located in|here in|over in|all over|within|aus|im|en|au|aux|de|du|del|desde|dans|do|da|dos|na|no|em|dal|dalla|dall'|nel|nella|nei|negli|uit|vanuit|country|land|pays|pais|paese|it's|its|we're|were|both|the|der|den|die|la|le|les|el|los|the|gli)|[,:(])\s{0,2}(?:the\s|der\s|den\s|die\s|la\s|le\s|les\s|el\s|los\s|gli\s|sunny\s|rural\s|northern\s|southern\s|eastern\s|western\s|north\s|south\s|east\s|west\s|central\s|downtown\s|upstate\s)?$/;
/** The visitor speaks of where they themselves are. */
const OWN_PLACE = phrases(
  list(`
  we're in, we are in, were in, im in, i'm in, i am in, based in, located in, based, here in, we operate in, operating in, our office in, offices in, company in, we sit in, from, of, headquartered in, hq in, live in, work in, both, out of, wir sind in, wir sitzen in, sitz in, mit sitz in, ansassig in, aus, standort in, firma in,
  nous sommes en, nous sommes au, nous sommes aux, bases en, base en, basee en, situe en, situes en, etablis en, siege en, siege au, en, au, aux, estamos en, somos de, desde, con sede en, ubicados en, siamo in, siamo di, con sede in, basati in, sede in, dalla, dall, estamos em, estamos no, estamos na, estamos nos, somos de, somos do, somos da, sediada em, com sede em, wij zitten in, we zitten in, gevestigd in, uit, vanuit
  `),
  '',
);
/** "Our customers are in", "we deliver to", "I live in": the clause places others, or the visitor at home. */
const PLACES_OTHERS =
  /(?<![a-z])(?:customers?|clients?|guests|kunden|gaste|clienti|clientes|klanten|lieferanten|suppliers|i live|wohne|j'habite|vivo|moro|abito|woon|had an? (?:\w+ )?office|hatten ein(?:en|e)? \w+)(?![a-z])/;
/** "Our bookkeeper sits in": one of ours is there, and not the company. */
const PLACES_ONE =
  /(?<![a-z])(?:our|my|unser[a-z]{0,2}|mein[a-z]{0,2}|notre|mon|nuestr[oa]|mi|(?:il |la )?nostr[oa]|noss[oa]|onze)\s(?!company|firm|business|office|team|hq|headquarters|firma|betrieb|buro|zentrale|siege|entreprise|societe|bureau|empresa|oficina|sede|azienda|ditta|bedrijf|kantoor)[a-z]{3,20}\s(?:sits?|is|are|works?|lives?|sitzt|sitzen|ist|arbeitet|lebt|wohnt|est|travaille|esta|trabaja|vive|sta|lavora|fica|trabalha|zit|werkt|woont)\s/;
/** "The company is in", "we sit in": the clause places the company. */
const PLACES_US =
  /(?<![a-z])(?:company|firm|business|hq|headquarters?|office is|based|we sit|firma|betrieb|unternehmen|sitz|sitzen|buro ist|boite|entreprise|societe|siege|empresa|negocio|sede|azienda|ditta|bedrijf|zaak|kantoor)(?![a-z])/;
const NOT_THERE =
  /(?<![a-z])(?:not|no longer|nicht mehr|nicht|plus|pas|ya no|non|nao|niet meer|niet)\s(?:in|aus|from|en|em|a|au|uit)\s$/;
/** "We deliver to": whoever is asked for their country and names that one has not named theirs. */
const SERVES =
  /(?<![a-z])(?:deliver|ship|liefern|livrons|consegniamo|entregamos|enviamos|leveren)(?![a-z])(?: \w+){0,3} $/;
const STILL = /(?<![a-z])(?:still|noch immer|weiterhin|toujours|todavia|ancora|ainda|nog steeds)\s(?:in )?$/;
const CLAUSE_BEGINS = /[,;:]|(?<![a-z])(?:but|so|aber|mais|pero|ma|mas|maar)(?![a-z])/g;
const GIVEN_UP =
  /^[^.,!?\n]{0,20}(?<![a-z])(?:closed|sold|shut|gave (?:it )?up|geschlossen|zugemacht|aufgegeben|ferme|cerramos|cerrado|chius[oa]|fechamos|fechad[oa]|gesloten)(?![a-z])/;
const ONLY_NOW = /^\s(?:now|today|jetzt|heute|maintenant|ahora|adesso|agora|nu)(?![a-z])/;

/** The country is where others are: customers, servers, a rival, a trip. */
const OTHER_PLACE = phrases(
  list(`
  hosted, hosting, host, servers, server, server location, data, data center, data centre, datacenter, gdpr, stored, store data, customers in, clients in, customer in, client in, suppliers, supplier, ship to, shipping to, deliver to, deliveries to, expand to, expanding to, expand into, moved to, move to, moving to, trip to, travel, travelling, flying, vacation in, holiday in, on holiday, his, her, born in, grew up, originally from, my sister, my brother, friend in, friend from, competitor, parent company, headquarters in, available in, do you sell, do you operate, support in, work in, numbers in, numbers from, number from, vat in, colleague in, colleagues in, team in, freelancer in, invoice from, sim card, phone number is, made in, calls from, orders from, guests from, tourists from, people from, patients from, callers from, students from, next year in, opening in, open in, plan to open, used to be in, was in, not in, not from, no longer in, left,
  gehostet, daten, rechenzentrum, datenzentrum, server in, kunden in, kunden aus, gaste aus, lieferanten, liefern nach, urlaub, heberge, hebergees, hebergement, donnees, serveurs, clients en, clients au, vacances, alojados, alojan, servidores, datos, clientes en, clientes de, vacaciones, ospitati, dati, server, clienti in, vacanza, dados, hospedados, clientes em, clientes no, ferias, gegevens, gehost, klanten in, klanten uit, vakantie, opgeslagen, konkurrenz, genossen in, kollegen in
  `),
  '',
);

/** Reads the country of the visitor's company, only where it (or a state of the USA) is named. */
export const readCountry: Reader = (context) => {
  return context.messages.flatMap((message) => {
    const read = readMessage(message, context);
    return read === null ? [] : [read];
  });
};

interface Named {
  readonly code: string;
  readonly start: number;
  readonly end: number;
  readonly score: number;
}

function readMessage(message: VisitorMessage, context: ReadingContext): ReadCandidate<'country'> | null {
  const folded = readableText(message);
  const asked = context.asked === 'country';
  const sentences = splitSentences(folded);
  const named: Named[] = [];
  for (const { text: word, start } of splitWords(folded)) {
    const names = BY_FIRST_WORD.get(word);
    if (names === undefined || HANGS_ON.test(folded.charAt(start - 1))) continue;
    const name = names.find(
      (it) =>
        folded.startsWith(it, start) &&
        NAME_ENDS.test(folded.slice(start + it.length, start + it.length + 2)),
    );
    const code = name === undefined ? undefined : NAMES.get(name);
    if (name === undefined || code === undefined || !isNameIn(name, context.language)) continue;
    const end = start + name.length;
    const sentence = sentences.find((it) => it.start <= start && start < it.end) ?? {
      start: 0,
      end: folded.length,
    };
    const score = scoreOf({ message, folded, start, end, sentence, asked });
    if (score > 0) named.push({ code, start, end, score });
  }
  const shortForm = readUs(message, folded, asked);
  if (shortForm !== null) named.push(shortForm);
  const best = named.toSorted((one, other) => other.score - one.score || one.start - other.start)[0];
  if (best === undefined) return null;
  return rulesCandidate({
    kind: 'country',
    value: best.code,
    evidence: [quote(message, best.start, best.end)],
    confidence: asked ? 0.95 : best.score >= 2 ? 0.85 : 0.7,
    reason: asked ? (say) => say.countryAnswered : (say) => say.countryMentioned,
    corrects: isCorrection(message.text, best.start, best.end),
  });
}

interface Place {
  readonly message: VisitorMessage;
  readonly folded: string;
  readonly start: number;
  readonly end: number;
  readonly sentence: Stretch;
  readonly asked: boolean;
}

function scoreOf({ message, folded, start, end, sentence, asked }: Place): number {
  const name = folded.slice(start, end);
  const before = folded.slice(Math.max(0, start - 40), start);
  const after = folded.slice(end, end + 24);
  if (isDenied(message.text, start, end)) return 0;
  if (isPartOfName(message.text, start, end) && !asked) return 0;
  const placed = PLACE_BEFORE.test(before);
  const alone = folded.trim().length - name.length < 12;
  if (
    AMBIGUOUS.has(name) &&
    !asked &&
    !alone &&
    !placed &&
    !(MOSTLY_PLACES.has(name) && (/(?:^|[\d,.)\n])\s*$/.test(before) || /^\s*(?:$|[^a-z\s])/.test(after)))
  )
    return 0;
  if (AMBIGUOUS.has(name) && !MOSTLY_PLACES.has(name) && !placed && !(asked && alone)) return 0;
  // "Japanese language", "the UK number", "Spain team"
  if (
    /^\s(?:language|number|numbers|phone|time|timezone|team|market|version|customers|clients|visa|law|airlines?|gaap|based competitor)/.test(
      after,
    )
  )
    return 0;
  const inSentence = folded.slice(sentence.start, start);
  const clause = inSentence.split(CLAUSE_BEGINS).at(-1) ?? inSentence;
  const own = OWN_PLACE.test(folded.slice(Math.max(sentence.start, start - 44), start));
  if (OTHER_PLACE.test(inSentence.slice(-70)) && !asked) return 0;
  if (/\?\s*$/.test(folded.slice(sentence.start, sentence.end)) && !own && !asked) return 0;
  return (
    1 +
    (placed ? 0.5 : 0) +
    (own ? 1 : 0) +
    (asked ? 1 : 0) -
    (asked && OTHER_PLACE.test(clause.slice(-70)) ? 1.5 : 0) +
    placing(clause, after)
  );
}

/** What the clause before a country and the words after it say of whose place it is. */
function placing(clause: string, after: string): number {
  // "Your company is from" places us.
  if (
    /(?<![a-z])(?:your|ur|eure?|ihre?|votre|vuestr[oa]|vostr[oa]|vossa|jullie) (?:company|firm|business|firma|unternehmen|societe|empresa|azienda|bedrijf)(?![a-z])/.test(
      clause,
    )
  )
    return -4;
  if (NOT_THERE.test(clause) || SERVES.test(clause)) return -4;
  if (PLACES_OTHERS.test(clause) || PLACES_ONE.test(clause) || GIVEN_UP.test(after)) return -1;
  return PLACES_US.test(clause) || ONLY_NOW.test(after) || STILL.test(clause) ? 0.75 : 0;
}

/** "Turkey Hill Farms", "Bank of Ireland", "Air France": a name that has a country in it. */
function isPartOfName(text: string, start: number, end: number): boolean {
  const after = /^[ &-]{1,2}([\p{Lu}][\p{L}&]+)/u.exec(text.slice(end, end + 30));
  const before = /([\p{Lu}][\p{L}&]+)[ ]$/u.exec(text.slice(Math.max(0, start - 24), start));
  const isCapital = /^\p{Lu}/u.test(text.slice(start, start + 1));
  if (!isCapital) return false;
  if (after !== null && !/^(?:I|We|And|But|The|Our|My|So)$/.test(after[1] ?? '')) return true;
  return (
    before !== null &&
    !/^(?:In|From|North|South|East|West|Northern|Southern|Western|Eastern|The|Aus|En|De|Uit|Sunny|Great|Republic|We|And|Central|Upstate|Deutschland|Region|Country|Based)$/.test(
      before[1] ?? '',
    ) &&
    /(?:Air|Bank|Telecom|Radio|Royal|New|Royale|Casa|Hotel|Little|Visit|Team|Grand|Via|Rue|Calle)[ ]$/.test(
      text.slice(Math.max(0, start - 12), start),
    )
  );
}

/** "US" in capitals, or as an answer: the pronoun is no country. */
function readUs(message: VisitorMessage, folded: string, asked: boolean): Named | null {
  const capital = /(?<![\p{L}\p{N}])(?:US|U\.S\.?)(?![\p{L}\p{N}$])/u.exec(message.text);
  const isShouting = message.text === message.text.toUpperCase() && message.text.length > 12;
  if (
    capital !== null &&
    !isShouting &&
    !/^\s?(?:\$|dollars?|customers|based competitor|number|phone|market)/i.test(
      message.text.slice(capital.index + capital[0].length),
    )
  ) {
    const before = folded.slice(Math.max(0, capital.index - 40), capital.index);
    if (
      !asked &&
      (!PLACE_BEFORE.test(before) ||
        OTHER_PLACE.test(folded.slice(Math.max(0, capital.index - 70), capital.index)) ||
        /\?\s*$/.test(folded))
    )
      return null;
    return {
      code: 'US',
      start: capital.index,
      end: capital.index + capital[0].length,
      score: asked ? 2 : 1.2,
    };
  }
  const answer = asked ? /^(?:the |in the |we'?re in the |its the )?(us)(?=$|[\s.,!])/.exec(folded) : null;
  if (answer === null) return null;
  const end = answer[0].length;
  return { code: 'US', start: end - 2, end, score: 2 };
}

/** The names by their first word, longest first. */
function namesByFirstWord(): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const name of [...NAMES.keys()].sort((one, other) => other.length - one.length)) {
    const first = /^[a-z]+/.exec(name)?.[0] ?? '';
    groups.set(first, [...(groups.get(first) ?? []), name]);
  }
  return groups;
}
