/** Words after which people say their own name, strongest first. Each is tried once per place; none backtracks. */
export const NAME_INTRODUCTIONS =
  /(?<![\p{L}\p{N}'’])(?:my (?:full )?name(?:'s| is|s)|(?:the )?name(?:'s| is|:| -)|i am called|i go by|(?:you can |just |please )?call me|(?:you'?re |ur )?(?:speaking|talking|chatting) (?:to|with)|this is|it(?:'s| is|s)|i(?:'m| am|’m)|im|myself|me is|attn:?|contact:?|mein name ist|(?:der |mein )?name:?|ich hei(?:ß|ss)e|ich bin(?: (?:der|die))?|hier (?:ist|spricht|schreibt)|hier|me llamo|mi nombre es|soy|le escribe|habla|les habla|je m['’]appelle|mon nom est|je suis|moi c['’]est|ici|me chamo|chamo-me|(?:o )?meu nome (?:é|e)|eu sou(?: (?:o|a))?|sou(?: (?:o|a))?|aqui (?:é|e|fala)(?: (?:o|a))?|mi chiamo|il mio nome (?:è|e)|(?:io )?sono|qui|ik ben|mijn naam is|ik heet|je spreekt met|u spreekt met|met|pode me chamar de|p(?:ode|odem) tratar-me por|me puedes llamar|kan me|noem me)[ ,:]+/giu;

/** Introductions that prove nothing by themselves: a name must look like one. */
export const WEAK_INTRODUCTION =
  /^(?:it(?:'s| is|s)|i(?:'m| am|’m)|im|this is|ich bin|hier|soy|je suis|sou|eu sou|sono|io sono|ik ben|met|qui|ici|habla|contact:?|name:?|call me|just call me)/iu;

/** Words that follow a name directly and show that it was one. */
export const AFTER_NAME =
  /^\s*(?:$|[,.;:!?()\n–—|-]|\p{Extended_Pictographic}|(?:here|btw|from|at|with|of|and|n|speaking|by the way|is (?:me|my name)|mein name|hier|aus|bei|von|und|de|del|desde|y|chez|et|du|da|do|e|di|della|van|bij|en|lah|duh|lol|haha|thx|thanks|ty|xx?)(?![\p{L}]))/iu;

/** A name that stands before the words that make it one: "Dana here", "kev btw", "Ann-Kathrin Dröge mein Name". */
export const NAME_CONCLUSIONS =
  /\s(?:here|speaking|btw|by the way|is me|is my name|'s my name|\(me\)|that'?s me|mein name|am apparat|hier|ist mein name|al habla|c'est moi|c’est moi|aqui|sou eu|sono io|hier)(?!\p{L})/giu;

/** Thanks and regards, after which a name stands at the end. */
export const SIGN_OFFS =
  /(?:^|[\s.!,])(?:cheers|thanks|thank you|many thanks|thx|ty|regards|best|best regards|kind regards|kindest regards|warm regards|br|best wishes|sincerely|yours|yours sincerely|take care|grüße|gruß|viele grüße|liebe grüße|lg|vg|mfg|mit freundlichen grüßen|beste grüße|schöne grüße|danke|saludos|un saludo|gracias|atentamente|cordialement|bien à vous|merci|bonne journée|abraços?|abs|att|obrigad[oa]|cumprimentos|saluti|cordiali saluti|distinti saluti|grazie|groet(?:en|jes)?|met vriendelijke groet(?:en)?|mvg|gr|bedankt)[\s,.!–-]{1,4}$/iu;

/** Greetings at the very start, after which people name themselves or their company. */
export const GREETING =
  /^\s*(?:hi+|hello+|hey+|heya|hiya|howdy|yo|g'day|good (?:morning|afternoon|evening|day)|greetings|morning|evening|afternoon|hallo|hi|guten (?:tag|morgen|abend)|tag|moin(?: moin)?|servus|grüezi|grüß gott|hola|buenas(?: tardes| noches)?|buenos d[ií]as|bonjour|bonsoir|salut|ol[áa]|oi|bom dia|boa (?:tarde|noite)|opa|ciao|salve|buongiorno|buonasera|goedendag|goedemorgen|goedemiddag|goedenavond|dag|hoi)(?: (?:there|all|team|everyone|zusammen|a todos|à tous|a tutti|allemaal))?[\s,.!:–-]+/iu;
