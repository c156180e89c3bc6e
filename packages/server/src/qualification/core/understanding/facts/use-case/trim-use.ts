/** Where in a message a use stands. */
export interface UseSpan {
  readonly start: number;
  readonly end: number;
}

const TOOL =
  '(?:tool|tools|software|solution|platform|app|application|program|programme|system|product|saas|service|something|smth|sth|somethin|one thing|a way|way|option|package|setup|losung|programm|tool|system|etwas|was|plattform|anwendung|eine moglichkeit|moglichkeit|(?:e )?losig|oppis|wos|outil|solution|logiciel|quelque chose|plateforme|systeme|qqch|un truc|truc|moyen|herramienta|programa|algo|solucion|plataforma|sistema|aplicacion|software|strumento|soluzione|programma|gestionale|piattaforma|sistema|qualcosa|applicazione|ferramenta|solucao|plataforma|aplicativo|aplicacao|iets|oplossing|programma|pakket|systeem(?: aan te schaffen)?|applicatie|platform)';
const ARTICLE =
  "(?:an?|the|some|one|any|your|eine?|einen|einem|die|das|der|den|ihre?|une?|le|la|les|l'|des|de l'|votre|de|d'|el|los|las|una|unos|su|un|uno|uma|il|lo|gli|o|os|as|um|het|een)";
const LINK =
  '(?:for|to|that|which|that can|that could|where we can|so we can|with which|um|zum|zur|fur|fur die|fur den|fur das|fur d|fia|mit dem|mit der|womit|wo|in dem|in der|das|die|der|pour|de|qui|permettant de|afin de|para|que|para que|con que|per|che|con cui|om|voor|waarmee|dat|die)';
const ADJECTIVES =
  '(?:(?:new|better|simple|good|small|cheap|proper|single|online|digital|decent|modern|easy|central|all-in-one|cloud|affordable|neue[sn]?|einfache[sn]?|gute[sn]?|passende[sn]?|zentrale[sn]?|digitale[sn]?|nouvel|nouvelle|bon|bonne|simple|petit|nuevo|nueva|buen|buena|sencill[oa]|nuov[oa]|buon|buona|semplice|novo|nova|bom|boa|simples|nieuwe?|goede?|eenvoudige?)\\s){0,2}';

/** "a tool for", "eine Software, um", "algo para": what follows is the use. */
const TOOL_FOR = new RegExp(`^(?:${ARTICLE}\\s?)?${ADJECTIVES}${TOOL},?\\s(?:${LINK}\\s)(?:the\\s(?=help)|)`);
/** "140 seats for", "a quote for": the same. */
const SEATS_FOR =
  /^(?:an?\s|the\s|ein\s|un\s|een\s)?(?:[a-z0-9]{1,12}\s){0,3}(?:seats?|licen[sc]es?|users?|logins?|quote|quotation|offer|price|prices|pricing|demo|info|information|platze|lizenzen|angebot|postes|licences|devis|puestos|licencias|presupuesto|postazioni|licenze|preventivo|licencas|orcamento|plekken|licenties|offerte)(?:\s(?:and|or)\s[a-z]{3,10})?\s(?:for|on|fur|pour|para|per|voor)\s/;
/** "For 12 people a ticket system": how many, and then what. */
const FOR_PEOPLE =
  /^(?:for |fur |pour |para |per |voor )?(?:about |around |etwa |rund |ca\.? )?\d{1,5} (?:people|users|agents|of us|leute|personen|mitarbeiter|nutzer|personnes|personas|persone|pessoas|mensen|man)\s(?=(?:an?|some|the|eine?n?|une?|una?|uma?|een|to|for|fur|pour|para|per|voor)\s)/;
const LEADING =
  /^(?:(?:to|well,|just|basically|mainly|mostly|primarily|essentially|really|also|only|maybe|like|well|so|um|uh|ehm|of|for|primarily for|mainly for|hauptsachlich|vor allem|eigentlich|also|halt|fur|zum|zur|pour|de|d'|que|para|per|di|om|te|voor|vooral|sobre todo|principalmente|surtout|soprattutto|naar|gerne?|gern|nach|a|us to|our|it for|it to|this for|this to|them to|put in|to put|to have|have|to get|get|haben|avoir|tener|avere|ter|hebben|te hebben|saber|smth like|something like)\s)+/;
/** A clause that starts like this says something else than the use. */
const NEXT_THING =
  /(?:,|\s-|\s\u2013|;)\s?(?:and\s)?(?:(?:people|ppl|customers|clients|patients|tenants|parents|guests)\s(?:who|that|keep|call|write|always|just|text)|we|i|we're|were|i'm|im|it|its|it's|is|are|do|does|can|could|would|what|whats|what's|how|hows|when|where|who|which|there|theres|there's|my|our(?=\s[a-z]+\s(?:is|are))|please|pls|thanks|thx|asap|if|but|because|since|that|that's|thats|this|not|no|right now|currently|preferably|ideally|starting|by|before|from|until|about \d|around \d|~?\d+\s?(?:people|ppl|seats|users|agents|of us|persons|employees|staff|techs|folks)|wir|ich|was|wie|wann|gibt|haben|konnen|bitte|danke|ist|sind|aber|weil|derzeit|momentan|aktuell|etwa \d|ca|nous|je|on|est-ce|c'est|combien|quel|merci|mais|car|actuellement|nosotros|somos|cuanto|cuando|es|tenemos|gracias|pero|porque|ahora|el personal|noi|siamo|quanto|quando|abbiamo|grazie|ma|perche|adesso|somos|quanto|quando|temos|obrigad[oa]|mas|o pessoal|porque|hoje|wij|hoeveel|wanneer|kan|is|dank|maar|nu|momenteel|dann|sinon|sino)(?![a-z])/;
const CUT_AT =
  /\s(?:so (?:that|we|they|i|it|people|dont|don't)|because|bc|cuz|cause|since|as (?:we|it|they|our)|but|instead of|rather than|right now|rn its|at the moment|currently|asap|pls|please|lol|haha|if possible|if (?:you|u|it)|weil|da (?:wir|uns)|damit (?:wir|die)|statt|anstatt|momentan|derzeit|parce que|car (?:nous|on)|puisque|au lieu|actuellement|porque|ya que|en vez de|en lugar de|ahora|perche|invece|adesso|pois|em vez de|omdat|in plaats van|who forget|bitte|merci|gracias|grazie|obrigad[oa])(?![a-z])/;
const SENTENCE = /[.!?](?=["')\]]*(?:\s|$))|\n|[;\u00a1\u00bf]|(?:\p{Extended_Pictographic}\ufe0f?)/u;
const TRAILING =
  /(?:[\s,;:.!?\-\u2013\u2014]|(?<![a-z])(?:lol|haha|pls|please|thx|thanks|etc|and|n|or|too|as well|und|et|y|e|en|bitte|nodig|tbh|basically|maybe|right|ok|eh|lah))+$/;
const LONGEST = 260;
/** Less is no use. In UTF-16 units. */
export const SHORTEST_USE = 6;

/** Narrows `[start, end)` to the words that name the use, in the way a person would quote it. */
export function trimUse(folded: string, start: number, end: number, cutsClauses: boolean): UseSpan {
  let from = start;
  let to = Math.min(end, start + LONGEST);
  const sentenceEnd = SENTENCE.exec(folded.slice(from, to));
  if (sentenceEnd !== null && !isInQuotes(folded.slice(from, from + sentenceEnd.index)))
    to = from + sentenceEnd.index;
  from = skipLeading(folded, from, to);
  if (cutsClauses) to = cutTail(folded, from, to);
  const trailing = TRAILING.exec(folded.slice(from, to));
  if (trailing !== null) to = from + trailing.index;
  return { start: from, end: to };
}

function skipLeading(folded: string, start: number, end: number): number {
  let from = start;
  for (let round = 0; round < 4; round += 1) {
    const words = folded.slice(from, end);
    const blank = /^[\s,:"'(-]+/.exec(words);
    const skip =
      blank ?? FOR_PEOPLE.exec(words) ?? TOOL_FOR.exec(words) ?? SEATS_FOR.exec(words) ?? LEADING.exec(words);
    if (skip === null || from + skip[0].length >= end) return from;
    from += skip[0].length;
  }
  return from;
}

function cutTail(folded: string, from: number, end: number): number {
  const words = folded.slice(from, end);
  const ends = [NEXT_THING.exec(words), CUT_AT.exec(words)].flatMap((match) =>
    match !== null && match.index > 5 ? [match.index] : [],
  );
  return from + Math.min(words.length, ...ends);
}

function isInQuotes(words: string): boolean {
  return (words.match(/"/g)?.length ?? 0) % 2 === 1;
}
