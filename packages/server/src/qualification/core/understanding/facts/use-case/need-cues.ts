import type { Reason } from '../../reading.js';
import { ANYBODY, WORK } from './work-words.js';

/**
 * How people introduce what they want it for. Folded. Group 1 is the words that follow, up to the end of the
 * sentence; its place is in the match's indices.
 */
export interface NeedCue {
  readonly pattern: RegExp;
  /** Quickly found words without which a costly pattern is not tried. */
  readonly sign?: RegExp;
  /** 0 to 1: how surely the words after it name a use. */
  readonly confidence: number;
  readonly reason: Reason;
  /** The languages in which the words mean this; null for all. */
  readonly languages: readonly string[] | null;
}

/** Looked at and not taken: another cue may stand in it. */
const REST = '\\s(?=([^\\n]{3,400}))';
const START = '(?<![a-z])';
const EN_SUBJECT =
  "(?:(?:we|i|they|you|boss|management|company|dept|department|team)(?:'d|'re|'ve|'m| are| am| r| would| have| do| will|d|re|m)? (?:really |basically |mainly |mostly |just |also |only |rly |currently |actually |urgently |essentially |primarily )?)?";

function cue(
  words: string,
  confidence: number,
  reason: Reason,
  languages: readonly string[] | null = null,
): NeedCue {
  const subject = languages?.includes('en') === true ? EN_SUBJECT : '';
  return {
    pattern: new RegExp(`${START}${subject}(?:${words})${REST}`, 'dg'),
    confidence,
    reason,
    languages,
  };
}

const WANTED: Reason = (say) => say.useWanted;
const MEANT: Reason = (say) => say.useMeant;

/** What does a desk's work: who asks for it has a use in mind. */
const DESK_TOOL =
  '(?:calendars?|schedul(?:e|er|ing)|rotas?|rosters?|rostering|shift plan(?:s|ner|ning)?|inbox|queues?|help ?desk|bookings?|booking (?:page|system|tool)|ticketing|dispatch(?:ing)?|reminders?|call ?backs?|waiting lists?|waitlists?|on-call)';
const CALLERS = `(?:(?:les|nos|los|nuestros|i|os|de) )?${ANYBODY}`;
const IS_TROUBLE =
  '\\s(?:is|are|r|was)\\s(?:killing us|killing me|driving us|a nightmare|a mess|total chaos|chaos|a disaster|a pain|out of control|eating up|our biggest)';
const TOLD_AS_PROBLEM: Reason = (say) => say.useAsProblem;

/** `before`: what may stand before the words and belongs to them; it is looked for only where they stand. */
function problem(words: string, before = ''): NeedCue {
  return {
    pattern: new RegExp(`${START}(?=((?:${before}${words})[^.;!?\\n]{0,120}))`, 'dg'),
    ...(before === '' ? {} : { sign: new RegExp(`${START}(?:${words})`) }),
    confidence: 0.55,
    reason: TOLD_AS_PROBLEM,
    languages: null,
  };
}

/** "Can people book an appointment themselves?" is asked by somebody who wants that. */
const CAN_THEY = `(?<=(?<![a-z])(?:can|could|konnen|konnten|peuvent|pourraient|pueden|podrian|possono|podem|poderiam|kunnen|kunnten)\\s(?:the |our |die |unsere |uns |de |onze )?)`;

/** Problems told as needs: "customers book twice", "we miss calls". */
const PROBLEMS: readonly NeedCue[] = [
  problem(
    '(?:weiss|weis|antwortet|beantwortet|merkt|kummert sich)(?: (?:hier|bei uns|dann|da))? (?:keiner|niemand|kein mensch)(?: mehr)?(?![a-z])',
  ),
  // "Nobody knows who rings whom back": not that nobody answers the visitor.
  problem(
    '(?:nobody|no ?one|keiner|niemand|kein mensch|personne (?:ne )?|nadie|nessuno|ninguem)(?: (?:here|mehr|hier|really|ever|genau|bei uns)){0,2} ?(?:knows?|knew|understands?|answers?|picks? up|replies|notices|remembers?|weiss|weis|antwortet|beantwortet|merkt|sait|repond|sabe|contesta|responde|atiende|risponde|sa|atende|weet|beantwoordt)(?![a-z])(?! (?:me|us|my|mir|mich|uns|moi|nous|me|mij|ons|meine?n?|you|it|anything|why)(?![a-z]))',
  ),
  problem(
    `(?:we|wir|nous|noi|wij)(?: (?:keep|always|constantly|often|sometimes|are|'re|regularly|standig|oft|immer|dauernd|manchmal)){0,2} (?:miss(?:ing)?|los(?:e|ing)|forget(?:ting)?|double[- ]?book(?:ing)?|overlook(?:ing)?|drop(?:ping)?|verpassen|verlieren|vergessen|ubersehen|perdons|ratons|manquons|oublions|perdiamo|dimentichiamo|missen|verliezen|vergeten)\\s(?!(?:you|your|it|them|money|patience|out|my|the chance))`,
  ),
  problem(
    `(?:se nos )?(?:perdemos|pierden|olvidan|esquecemos|ci sfuggono|ci perdiamo) (?:\\w+ ){0,2}${WORK}`,
  ),
  problem(
    `${WORK}(?: \\w+){0,3}? (?:get|gets|are|go|fall|slip|pile|end up|come in|getting|gehen|werden|bleiben|kommen|landen|versanden|se pierden|se perdent|si perdono|se perdem|raken|gaan) (?:\\w+ ){0,3}?(?:lost|forgotten|missed|up|through|everywhere|stuck|mixed|double|twice|ignored|unanswered|verloren|unter|liegen|doppelt|vergessen|durcheinander|uberall|kwijt|dubbel)(?![a-z])`,
    '(?:[a-z]{2,16} )?',
  ),
  problem(`(?:uns )?gehen (?:\\w+ ){0,2}${WORK} (?:verloren|unter)(?![a-z])`),
  problem(
    `${CAN_THEY}${CALLERS} (?:\\w+ ){0,8}?(?:book|rebook|write|chat|upload|see|confirm|change|cancel|order|ask|schedule|buchen|umbuchen|schreiben|sehen|bestellen|melden|reservieren|reserver|prendre|ecrire|reservar|pedir|escribir|prenotare|scrivere|marcar|agendar|boeken|maken|schrijven)`,
  ),
  problem(
    `${CALLERS} (?:should|shall|sollen|sollten|sottet|sotted|doivent|devraient|deben|deberian|devono|dovrebbero|devem|deviam|moeten)(?![a-z])`,
  ),
  problem(
    `${CALLERS} (?:keep |always |often |sometimes |constantly |just |do(?:n'?t| not) |can'?t |cannot |never |have to )*(?:book|call|ring|write|forget|wait|show|reach|get|receive|find|cancel|miss|buchen|warten|rufen|vergessen|schreiben|erreichen|attendent|appellent|oublient|esperan|llaman|olvidan|reservan|aspettano|chiamano|dimenticano|esperam|ligam|esquecem|wachten|bellen|boeken|vergeten)(?![a-z])`,
  ),
];

export const NEED_CUES: readonly NeedCue[] = [
  cue(
    "(?:purpose|use case|zweck|anwendungsfall|finalidad|scopo|objectif)(?: is| ist)?:?|help (?:us|me)(?: to| with)?|(?:uns|mir) (?:dabei )?helfen,?|nous aider a|ayudar(?:nos|me) (?:a|con)|aiutarci (?:a|con)|nos ajudar (?:a|com)|ajudar-nos (?:a|com)|ons helpen (?:met|om)|it'?d be for|it would be for|it is for|it's for|its for|this is for|this would be for|thats for|that's for|would be used for|be used for|use (?:it|this|that) (?:mainly |mostly |primarily |basically )?(?:for|to)|using (?:it|this) (?:for|to)|used for|purpose is|main purpose is|goal is to|idea is to|plan is to|aim is to|looking at (?:this|it|you|your tool|your product|your platform) for|das ware fur|es ware fur|ware fur|es geht um|geht um|gedacht ist es fur|gedacht fur|es ist fur|ist fur|einsatz fur|ce serait pour|c'est pour|ca serait pour|serait pour|c pour|il s'agit de|il s'agirait de|seria para|es para|se trata de|lo usariamos para|la usariamos para|sarebbe per|serve per|servirebbe per|si tratta di|lo useremmo per|seria para|e para|trata-se de|usariamos para|het zou zijn voor|het is voor|'t is voor|het gaat om|gaat om|bedoeld voor|gebruiken voor",
    0.75,
    MEANT,
  ),
  cue(
    "need to be able to|need a way to|want a way to|need|needs|neeed|nead|want to be able to|want|wants|wanna|want to|wanting to|wanting|wish to|wishes to|wish for|keen on|keen to|would like to|would like|(?:i|we)'?d (?:really |also )?(?:like|love) to|(?:i|we)'?d (?:really |also )?(?:like|love)|would love to|would love|require|requires|looking for|look for|lookin for|looking at|lookin at|looking 4|looking to|lookin to|looking into|searching for|searching|search for|search(?=\\san?\\s)|seeking|hoping for|hoping to|trying to|in search of|in need of|in the market for|what (?:we|i) (?:need|want|are after) is|shopping for|on the hunt for|collecting offers for|collecting quotes for|after something to|after something for|after a|interested in|evaluating|assessing|needed:|required:|requirements:|gotta|must|have to|are after|is after",
    0.7,
    WANTED,
    ['en'],
  ),
  cue(
    'gesucht (?:wird|werden)(?: also)?|was (?:wir|ich) (?:suchen?|brauchen?|wollen|mochten),? (?:ist|sind|ware)|(?:wir |ich |mussten |wir mussten )?(?:wolln|brauchen|brauchten|brauche|brauchte|brauch|brauchn|suachn|suach|evaluieren|prufen|braucht|bruuched?|bruchet|sueched?|sueche|wetted|benotigen|benotige|benotigten|suchen|suche|wollen|will|mochten|mochte|wurden gerne?|wurde gerne?|hatten gerne?|hatte gerne?|mussen|planen)(?: wir| ich)?(?: (?:dringend|eigentlich|vor allem|hauptsachlich|derzeit|gerade|aktuell|nach|gern|gerne|auch|halt|einfach|mal))*|auf der suche nach|gesucht:?|interessieren uns fur',
    0.7,
    WANTED,
    ['de'],
  ),
  cue(
    "(?:nous |on |je |j'|il nous |il me )?(?:evaluons|pilotons un projet de|pilote un projet de|avons un projet de|cherchons|cherche|chercherions|recherchons|recherche|voulons|veut|voudrions|voudrait|voudrais|souhaitons|souhaite|souhaiterions|souhaiterais|aimerions|aimerait|aimerais|faut|faudrait|avons besoin|a besoin|ai besoin|aurions besoin|aurait besoin|devons|doit)(?: (?:vraiment|surtout|aussi|juste|principalement|actuellement|bien|d'abord))*",
    0.7,
    WANTED,
    ['fr'],
  ),
  cue('(?:mir|uns) (?:wurde?|wurd) (?:schon |ja |es )*(?:reichen|helfen|genugen),? wenn', 0.65, WANTED, [
    'de',
  ]),
  cue('besoin|a la recherche', 0.65, WANTED, ['fr']),
  // "Can one answer everything in one inbox with you?" is asked by somebody who wants to.
  cue(
    '(?<!(?<![a-z])(?:wo|wie|was|wann|warum|wieso|womit) )(?:kann|konnen|konnte|konnten) (?:man|wir|ich) (?:bei|mit) (?:euch|ihnen|eurem? \\w+|ihrem? \\w+)(?: (?:auch|denn|eigentlich))*',
    0.6,
    WANTED,
    ['de'],
  ),
  cue(
    '\\d{1,4} (?:\\w+ )?(?:seats|licen[sc]es|users|logins|platze|lizenzen|zugange|postes|licences|puestos|licencias|postazioni|licenze|utenti|postos|licencas|plekken|licenties) (?:to|um|pour|para|per|om)|(?:altre|altri|otros|otras|mais|weitere|another|nog) \\d{1,4} (?:to|um|pour|para|per|om)',
    0.66,
    MEANT,
  ),
  cue(
    '(?:evaluamos|estamos evaluando|necesitamos|necesito|necesitariamos|necesitaria|buscamos|busco|estamos buscando|estoy buscando|queremos|quiero|querriamos|querria|quisieramos|quisiera|queriamos|queria|nos gustaria|me gustaria|nos hace falta|hace falta|nos vendria bien|pretendemos|tenemos que|habria que)',
    0.7,
    WANTED,
    ['es'],
  ),
  cue(
    '(?:valutiamo|stiamo valutando|cerchiamo|cerco|stiamo cercando|sto cercando|vogliamo|voglio|vorremmo|vorrei|ci serve|ci servono|ci servirebbe|ci servirebbero|mi serve|mi servirebbe|ci vorrebbe|abbiamo bisogno|avremmo bisogno|avrei bisogno|ho bisogno|dobbiamo|dovremmo)',
    0.7,
    WANTED,
    ['it'],
  ),
  cue(
    '(?:avaliamos|estamos a avaliar|precisamos|preciso|precisava|precisavamos|queremos|quero|queriamos|queria|gostariamos|gostaria|procuramos|procuro|buscamos|busco|estamos a procura|estamos procurando|estou procurando|pretendemos|pretendia|necessitamos|temos que|temos de)',
    0.7,
    WANTED,
    ['pt'],
  ),
  cue(
    '(?:we |wij |ik )?(?:overwegen|overweeg|zoeken|zoek|willen|wil|zouden|zou|hebben nood aan|moeten|hebben behoefte aan)(?: (?:we|wij|ik))?(?: (?:graag|eigenlijk|vooral|dringend|gewoon|naar))*|op zoek naar',
    0.7,
    WANTED,
    ['nl'],
  ),
  cue(
    '(?:quote|quotation|offer|info|information|demo|angebot|infos?|informationen|devis|presupuesto|informacion|preventivo|informazioni|orcamento|informacoes|offerte|info) (?:for|on|about|fur|uber|zu|pour|sur|para|sobre|per|su|voor|over)',
    0.5,
    MEANT,
  ),
  cue(
    '(?:do you|do u|have you|you|u) (?:guys )?(?:have|got|hv) (?:something|anything|smth|sth|a way|any way)|is there (?:something|anything|a way|any way)|tienen algo|teneis algo|tienes algo|hay algo|habt ihr (?:was|etwas)|haben sie (?:was|etwas)|gibt es (?:was|etwas)|avez-vous quelque chose|vous avez quelque chose|avete qualcosa|voces tem (?:algo|alguma coisa)|tem algo|hebben jullie iets|heeft u iets',
    0.68,
    WANTED,
  ),
  {
    pattern: new RegExp(`${START}([^.,;!?\\n]{6,90}?)${IS_TROUBLE}`, 'dg'),
    sign: new RegExp(IS_TROUBLE),
    confidence: 0.55,
    reason: (say) => say.useAsTrouble,
    languages: null,
  },
  ...PROBLEMS,
  cue(
    'drowning in|swamped with|overwhelmed by|struggling with|struggle with|problems? with|trouble with|issues? with|ersticken in|kampfen mit|probleme mit|croulons sous|problemes? (?:avec|de)|problemas con|problemi con|problemas com|problemen met',
    0.5,
    (say) => say.useAsTrouble,
  ),
  cue(
    'do (?:you|u|ya) (?:guys )?(?:do|handle|offer support for)|does (?:it|this|your tool|your thing|your system|the platform|your product|the tool|the software|your software) (?:do|handle)|can (?:it|this|your tool|your thing|your system|the platform) (?:do|handle)|can (?:i|we) use (?:this|it|that) (?:to|for)|(?:good|suitable|right|ok|fit|made) for|macht ihr|machen sie|konnt ihr auch|kann man damit|gerez-vous|est-ce que vous gerez|gestionais|haceis|hacen ustedes|gestite|fate|voces fazem|da para|doen jullie|kan je ermee',
    0.45,
    (say) => say.useAskedFor,
  ),
  cue(
    'we (?:handle|take|schedule|dispatch|answer|book|coordinate|route|triage|process|field|manage)',
    0.5,
    (say) => say.useAsWork,
    null,
  ),
  cue(
    `(?:taugt|taugen|eignet sich|eignen sich|passt|reicht)(?: \\w+){1,2}(?: auch| denn| eigentlich)* (?:fur|zum|zur)|(?:votre|vos|l'|cet|cette) ?\\w+ (?:convient|irait|est faite?|est adaptee?)(?:-\\w+)? (?:pour|a)|(?:su|vuestr[oa]|tu|el|la) \\w+ (?:sirve|vale|serviria) para|(?:il vostro|la vostra|il tuo|la tua|questo|lo) \\w+ (?:va bene|serve|andrebbe bene) per|(?:vosso|vossa|seu|sua|o|a) \\w+ (?:serve|serviria) para|(?:jullie|uw|je) \\w+ (?:ook )?(?:geschikt|handig|bruikbaar) voor`,
    0.45,
    (say) => say.useAskedFor,
  ),
  cue(
    `(?:do|can) (?:you|u) (?:guys )?(?:have|offer|do|support|provide)(?: an?| any)?(?= (?:[\\w-]+ ){0,3}?${DESK_TOOL}(?![a-z]))|(?:habt ihr|haben sie|bieten sie|bietet ihr|gibt es bei (?:euch|ihnen))(?: auch)?(?: eine?n?)?(?= (?:\\w+ ){0,2}?\\w*(?:kalender|dienstplan\\w*|schichtplan\\w*|terminplan\\w*|terminbuchung|terminvergabe|ticketsystem|helpdesk|disposition|erinnerung(?:en)?|sammelpostfach)(?![a-z]))`,
    0.45,
    (say) => say.useAskedFor,
  ),
  cue(
    '(?:can|could|may) (?:i|we) (?:put|use|embed|install|add|run) (?:your|ur)(?= (?:live )?(?:chat|widget|chat ?bot|bot|assistant|inbox|scheduler|calendar)(?![a-z]))',
    0.45,
    (say) => say.useAskedFor,
    ['en'],
  ),
  {
    pattern: new RegExp(
      `${START}(?:of us|people|agents|ppl|folks|dispatchers|reps|clerks|staff|techs|guys|girls|planners)(?:\\s[a-z]{1,12}){0,6}?\\s((?:answer|shuffl|handl|book|schedul|dispatch|manag|tak|plan|coordinat|rout|juggl|process)(?:e|es|ing|s)?\\s[^\\n]{3,300})`,
      'dg',
    ),
    confidence: 0.5,
    reason: (say) => say.useAsWork,
    languages: null,
  },
];
