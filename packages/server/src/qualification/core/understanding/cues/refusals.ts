import type { SlotKind } from '@baton/shared-types';

/** Kinds that people keep to themselves; for these also "later", "not yet" and a bare "no" are refusals. */
const CONTACT: ReadonlySet<SlotKind> = new Set(['name', 'email', 'phone', 'company', 'role', 'country']);

/** Words that refuse whatever was asked for. */
const REFUSES = new RegExp(
  [
    // English
    '(?:rather|prefer|sooner) (?:not|keep|stay|remain|you|have|get|do|use|chat|we|to|e-?mail|mail|text|writing|written)',
    'not (?:giving|sharing|telling|saying|leaving|handing|spelling|putting)',
    'not (?:comfortable|willing|going to (?:say|share|tell|give|disclose|name|spell)|happy to)',
    "(?:can'?t|cannot|cant|won'?t|wont|will not|don'?t|dont|do not|not) (?:want to |wish to |like to |really |wanna |yet |need to )?(?:say|share|tell|give|disclose|reveal|hand|name|leave|spell|do e?-?mail|do phone|do calls|put|provide|send|text|discuss|answer)",
    "(?:i|we)(?:'m| am|m|'re| are) not (?:giving|sharing|telling|saying|leaving|handing|spelling|putting)",
    'no (?:need|reason) (?:to|for|call|mail|e-?mail)',
    "(?:is|are|it'?s|that'?s|thats|its|stays?|remains?) (?:confidential|private|secret|classified|not for|none of|between)",
    'none of (?:your|ya|ur)',
    "(?:sooner|rather|prefer to) (?:keep|leave)|(?:not|nor) that (?:one )?either|^nor that|(?:sooner|rather) not|you may not|prefer to say nothing|^not until|forbids? me|(?:policy|rules?) (?:forbids?|does(?:n'?t| not) allow)|(?:i'?ll|i will) tell the (?:human|person|colleague)|(?:i )?won'?t tell|behalt(?:e)? ich|(?:darf|kann|will|m[öo]chte) ich (?:\\p{L}+ ){0,4}nicht (?:offenlegen|nennen|sagen|verraten|herausgeben|preisgeben)",
    'confidential|undisclosed|top secret|under nda|in stealth|anonymous',
    'not (?:needed|necessary|required|relevant|important|telling|saying|sharing|today|for now|here|for you)',
    "(?:please )?(?:don'?t|dont|do not|stop) (?:use|call|phone|ring|mail|e-?mail|contact|ask|asking|push)",
    '(?:no|not|without) (?:my |any |a )?(?:phone|calls?|number|numbers|e-?mails?|mail|names?|address|contact details|personal)',
    'why (?:do|would|should) (?:you|i)|what do you need (?:my|that|it|the)|mind your own',
    "nice try|skip (?:that|this|it)|pass on|(?:i'?ll |id )?pass\\b|see (?:my|above)|(?:i )?already (?:said|told)|(?:let'?s|lets) leave (?:that|it)",
    'just (?:tell|give|answer|show|send) (?:me|us)|first (?:the )?(?:price|prices|tell|an answer|answer)',
    "refuse|decline|who wants to know|(?:you|u) (?:don'?t|dont|won'?t|wont) (?:get|need)|(?:you|u) (?:do not|don'?t|dont) need (?:that|it|my|this)|not (?:your|ur) (?:business|concern)|does it (?:really )?matter|(?:under|signed an) nda|^nda\\b|cant tell|out for now",
    // German
    '(?:m[öo]chte|will|werde|kann|darf|gebe|nenne|sage|verrate|teile|brauche|brauchen|m[üu]ssen|m[üu]sst|will) (?:ich |wir |sie |ihr |du )?(?:ihnen |euch |dir )?(?:das |die |den |meine?n? |hier |jetzt |noch |lieber |ungern |momentan |gerade |grunds[äa]tzlich |prinzipiell |generell )*(?:nicht|ungern|keine?n?|lieber nicht)',
    '(?:kriegen|bekommen|kriegt|bekommt|erhalten|gibts?|gibt es) (?:sie |ihr |du |von mir |hier )*(?:nicht|keine?n?)',
    "(?:geb|sag|nenn|verrat|teil|behalt|erz[äa]hl)(?:e|')? (?:ich|i|wir)(?: \\p{L}+){0,5} (?:nicht|nich|net|ned|nix|keine?n?|f[üu]r mich)(?!\\p{L})|(?:brauchen|kriegst|kriegen|bekommst|bekommen) (?:sie|du|ihr)?(?: \\p{L}+){0,3} ?(?:nicht|nich|net|ned)(?!\\p{L})|lieber nicht|ungern|vertraulich|geheim|anonym|nicht n[öo]tig|geht (?:sie|euch|dich|niemanden) nichts an|tut nichts zur sache|keine (?:angabe|telefonnummer|nummer|anrufe|e-?mail|mail|adresse)|kein (?:telefon|anruf|name)|behalte ich|bleibt (?:unter|bei)|verrate ich|sag(?:e)? ich (?:nicht|ihnen nicht)|wozu (?:brauchen|braucht)|nicht anrufen|nicht weitergeben|unwichtig|ist egal|spielt keine rolle",
    // Spanish
    'prefiero (?:no|que no)|preferir[íi]a no|mejor no|no (?:quiero|puedo|voy a|pienso|deseo|me apetece|suelo|te lo|se lo|lo) (?:dar|dejar|decir|compartir|facilitar|doy|digo|dejo)|no (?:doy|digo|dejo|comparto|facilito)|confidencial|no hace falta|no es necesario|sin (?:tel[ée]fono|correo|nombre|llamadas|datos)|no me llam|para qu[ée] (?:lo |la )?(?:quier|necesit)|me lo reservo|prefiero reservar',
    // French
    "je pr[ée]f[èe]re|pr[ée]f[ée]rerais|(?:veux|souhaite|peux|vais|tiens|donne|dis|communique|laisse|partage)(?: vous)?(?: le| la| les)? pas|confidentiel|pas (?:besoin|n[ée]cessaire|utile|d'adresse|d'e-?mail|de mail|de t[ée]l[ée]phone|d'appels?|de nom|de num[ée]ro|envie)|sans (?:t[ée]l[ée]phone|nom|mail)|ne m'appelez|pourquoi (?:voulez|vous faut)|[çc]a ne vous regarde|je garde|reste(?:r)? anonyme",
    // Portuguese
    'prefiro (?:n[ãa]o|que n[ãa]o|guardar|ficar)|(?:n[ãa]o|n) (?:quero|posso|vou|gosto de|costumo|desejo|pretendo) (?:dar|deixar|dizer|passar|informar|partilhar|compartilhar|revelar|falar)|n[ãa]o (?:dou|digo|passo|deixo|partilho|compartilho|informo)|confidencial|n[ãa]o (?:é preciso|precisa|é necess[áa]rio|me lig)|sem (?:telefone|telem[óo]vel|nome|e-?mail|liga[çc])|melhor n[ãa]o|para qu[êe] (?:quer|precisa)|pra qu[êe]',
    // Italian
    'preferisco (?:non|di no|restare|rimanere)|preferirei|meglio (?:di )?no|non (?:voglio|posso|intendo|desidero|vorrei|me la sento di) (?:dar|dir|lasciar|fornir|condivider|rivelar)|non (?:do|dico|lascio|fornisco|condivido)|riservat[oa]|confidenziale|non (?:serve|occorre|è necessario|mi chiam)|senza (?:telefono|nome|mail)|perch[ée] (?:vuole|le serve|vi serve)',
    // Dutch
    '(?:liever|beter) niet|(?:geef|zeg|deel|wil|kan|ga|hoef|laat)(?: ik| je| u)?(?: dat| die| mijn)?(?: (?:hier|nu|nog|liever))* (?:niet|geen)|vertrouwelijk|niet nodig|anoniem|geen (?:telefoon|nummer|mail|naam|adres|belletje)|niet bellen|bel me niet|gaat (?:u|je|jullie) niets? aan|houd ik|waarom wil|waarvoor (?:heb|heeft)|hoeft niet',
  ]
    .map((alternatives) => `(?:${alternatives})`)
    .join('|'),
  'iu',
);

/** Puts it off: counts as a refusal of contact data only. */
const LATER =
  /\b(?:later|not yet|not now|not (?:at|in) this (?:point|stage|moment)|maybe (?:another|next) time|another time|some other time|(?<!the )first(?! name)|too early|once (?:i|we)|when i(?:'m| am) (?:sure|ready|convinced)|noch nicht|sp[äa]ter|erst(?:mal|\s?einmal)?|vorerst|m[áa]s (?:tarde|adelante)|luego|todav[íi]a no|a[úu]n no|por ahora no|de momento no|plus tard|pas pour le moment|pas tout de suite|pas encore|pas maintenant|pour l'instant|d'abord|mais tarde|depois|ainda n[ãa]o|por enquanto|agora n[ãa]o|primeiro|pi[ùu] (?:tardi|avanti)|dopo|non ancora|per ora no|per il momento|prima (?:il|i|vorrei|voglio)|later|nog niet|nu niet|straks|eerst|voorlopig)\b/iu;

/** A plain no at the beginning of the answer. */
const NO =
  /^[\s\p{P}\p{Extended_Pictographic}]*(?:(?:ha+|haha|lol|ah|oh|um|uh|hmm?|er|sorry|well|eh|ach|äh|euh|mmm?|boh|thanks but|thank you but)[\s,.!]+)*(?:no|nope|nah|never|nein|nee|nö|non|n[ãa]o|no gracias|not? thanks?|negative|absolutely not|nunca|jamais|mai|nooit)(?![\p{L}'’])/iu;

/** Asks for another way than the one that was asked for. */
const OTHER_CHANNEL =
  /\b(?:(?:e-?mail|mail|text|chat|whatsapp|writing|phone|calls?) (?:only|is (?:enough|better|fine|best)|instead)|only (?:by|via|per|through) (?:e-?mail|mail|chat|text|phone)|(?:lieber|nur|bitte nur|besser) (?:per|via|schriftlich|telefonisch|hier)|(?:mejor|solo|s[óo]lo) por|par (?:mail|[ée]crit) (?:seulement|uniquement|plut[ôo]t)|plut[ôo]t par|(?:melhor|s[óo]) por|(?:solo|meglio) (?:via|per)|(?:alleen|liever|graag) (?:via|per))\b/iu;

/** There is nothing to give, or the visitor does not know: no refusal. */
const NOTHING_TO_GIVE =
  /\b(?:i (?:honestly |really )?(?:don'?t|dont|do not) know|no (?:idea|clue)|not sure|unsure|idk|dunno|haven'?t (?:got|decided)|(?:don'?t|dont|do not) have (?:one|a|an|any)|no company|(?:just |only )?for (?:uni|university|school|college|myself|fun|personal)|thesis|studium|nur f[üu]rs?|private(?:ly)?|freelance|self[- ]employed|just me|voor school|for school|f[üu]r die schule|pour l'[ée]cole|para la escuela|per la scuola|para a escola|students? only|only students|we(?:'re| are) (?:just |only )?(?:students|pupils)|no budget|no date|no rush|no deadline|none (?:yet|so far|whatsoever|really)|nothing (?:yet|fixed|planned)|not (?:fixed|decided|approved)|weiß (?:ich )?(?:noch )?nicht|keine ahnung|(?:noch )?kein budget|keine firma|privat|no (?:lo )?s[ée]|ni idea|no tengo|particular|je (?:ne )?sais pas|aucune id[ée]e|particulier|n[ãa]o sei|n[ãa]o fa[çc]o ideia|n[ãa]o tenho|non (?:lo )?so|nessuna idea|non ho|privato|weet (?:ik )?(?:het )?(?:nog )?niet|geen idee|heb geen|particulier)\b/iu;

/** Asks what it is needed for: a question to answer, no refusal by itself. */
const ASKS_WHY =
  /(?<!\p{L})(?:why (?:do|would|are|is|does|did)(?! i)|why[?.!\s]*$|how come|what (?:do|would|are) (?:you|u) (?:need|want|use|do)|what (?:is|'?s) (?:it|that|this) for|what for|wozu|warum|wieso|weshalb|wof[üu]r|pourquoi|pour quoi faire|[àa] quoi|para qu[éeê]|por qu[éeê]|pra qu[êe]|perch[ée] (?:vuole|volete|le|vi|lo|la|chiede|serve)|a cosa (?:vi |le )?serve|waarom|waarvoor)[^.!?\n]{0,80}[.!?]*/giu;

/** True when an answer to the question for `asked` refuses it. "I don't know" is no refusal. */
export function isRefusal(asked: SlotKind, text: string): boolean {
  const start = text.slice(0, 400).replace(ASKS_WHY, ' ');
  if (start.trim() === '') return false;
  const knowsNothing = NOTHING_TO_GIVE.test(start);
  if (!CONTACT.has(asked)) return REFUSES_FACT.test(start) && !knowsNothing;
  if (knowsNothing && asked !== 'email' && asked !== 'phone') return false;
  if ((asked === 'phone' || asked === 'email') && OTHER_CHANNEL.test(start)) return true;
  if (REFUSES.test(start)) return true;
  // "Can we try it first?" asks for something; "no, 20 people" puts something else right.
  return (NO.test(start) && !NO_BUT_A_NUMBER.test(start)) || (LATER.test(start) && !/\?\s*$/.test(start));
}

/** A no to what was noted before, not to the question: what holds instead follows at once. */
const NO_BUT_A_NUMBER =
  /^[\s\p{P}]*(?:(?:ach|oh|ah|or|oder)[\s,]+)?(?:no|nope|nein|nee)[\s,.!]+(?:(?:wait|sorry|it'?s|rather|more like|about|only|eher|doch|nur|etwa)[\s,]+)*\d/iu;

/** About figures and plans people also say "no" and "not yet" when there are none: only plain refusals count. */
const REFUSES_FACT =
  /\b(?:rather not|sooner not|prefer to say nothing|(?:geb|sag|nenn|verrat|behalt)(?:e|')? (?:ich|i|wir)(?: \p{L}+){0,5} (?:nicht|nich|net|ned|keine?n?|f[üu]r mich)(?!\p{L})|(?:vertel|zeg|geef) ik (?:u|je|jullie|dat|het)? ?niet|(?:stays?|is|remains) between (?:me|us) and|(?:rather|sooner|prefer to) keep (?:that|it)|preferisco tener|prefiero guardar|prefiro guardar|(?:don'?t|dont|do not|never) (?:share|disclose|discuss|reveal|talk about|give out)|geben wir nicht|sag(?:e|en|') (?:ich|wir) (?:ihnen |euch |dir |das |hier |jetzt |im chat |am telefon )*nicht|nennen wir nicht|prefer not|not going to (?:say|share|tell|disclose)|(?:can'?t|cannot|cant|won'?t|wont|will not|not allowed to) (?:say|share|tell|disclose|discuss|reveal)|confidential|none of your|nice try|not telling|not your (?:business|concern)|keep that to (?:myself|ourselves)|lieber nicht|nicht verraten|verrate ich|vertraulich|geht (?:sie|euch|dich) nichts|m[öo]chte ich (?:nicht|ungern)|prefiero no|confidencial|no (?:lo )?puedo decir|pr[ée]f[èe]re (?:ne )?pas|confidentiel|ne vous regarde|prefiro n[ãa]o|n[ãa]o posso dizer|preferisco non|riservato|non posso dir|liever niet|vertrouwelijk|gaat (?:u|je) niets)/iu;
