/** Words that give a value to somebody else: "cc lucy@…", "my colleague 0491…", "that's the missus". */
const BEFORE =
  /(?:\bcc|\bbcc|\bcopy|\bcopying|\bkopie|\bavoid|\bnot to|\bdo(?:n'?t| not) (?:use|call|write to|mail)|\b(?:my|our|the|his|her|their|a) (?:colleague|coworker|co-worker|boss|manager|wife|husband|partner|assistant|secretary|friend|brother|sister|cousin|aunt|uncle|mum|mom|dad|father|mother|son|daughter|accountant|cofounder|co-founder|client|customer|competitor)|(?<!that|it|what|here)['’]s (?:e-?mail|mail|address|number|phone|mobile)|\b(?:his|hers|theirs) (?:is|was)\b|\b(?:his|her|their|your) (?:e-?mail|mail|address|number|phone|mobile|cell|direct line)|\b(?:mein(?:e|es|er|em)?|unser(?:e|es|er|em)?) (?:kolleg(?:e|in|en)|chef(?:in)?|mann|frau|bruder|schwester|assistent(?:in)?)|\b(?:mi|nuestr[oa]) (?:colega|compa[ñn]er[oa]|jef[ea]|marido|mujer|espos[oa]|hij[oa])|\b(?:mon|ma|notre) (?:coll[èe]gue|chef(?:fe)?|mari|femme|assistante?|patron(?:ne)?)|\b(?:o meu|a minha|meu|minha) (?:colega|chefe|marido|mulher|esposa|filh[oa]|s[óo]ci[oa])|\b(?:il mio|la mia|mio|mia) (?:colleg[ah]i?|capo|marito|moglie|soci[oa]|figli[oa])|\b(?:mijn|onze) (?:collega|baas|man|vrouw|zus|broer))(?: is| ist|:|,)?[^.!?\n@]{0,32}$|(?<!\p{L})(?:mr|mrs|ms|miss|herr|frau|sr|sra|mme|monsieur|madame|sig|signora?|mevrouw|meneer)\.? \p{Lu}\p{L}+ (?:is on|is at|can be reached|ist unter|erreichen sie|est au|est[áa] en|è al)\s$/iu;
const AFTER =
  /^[^.!?\n@]{0,12}?(?:(?:that|this|it)(?:'s| is|s) (?:the missus|the wife|my (?:wife|husband|boss|colleague|partner|mum|mom|dad|sister|brother))|(?:she|he)(?:'s|s| is) my|is (?:the|for) (?:ticketing|reception|support|switchboard|general)|is read by|do(?:n'?t| not) (?:use|call|write))|^[^.!?\n@]{0,24}(?:don'?t|do not|dont|nicht|never) (?:ring|call|phone|contact|write to|text|mail) (?:her|him|them)(?!\p{L})/iu;
const REACHES_ME =
  /(?<!\p{L})(?:ring|call|phone|text|reach|contact|mail) (?:me|us)(?!\p{L})[^.!?\n]{0,16}$/iu;
const REACH = 70;

/** True when the words around `start..end` say that this value is not the visitor's own. */
export function belongsToSomebodyElse(text: string, start: number, end: number): boolean {
  // "Let a colleague of yours ring me, it's …"
  if (REACHES_ME.test(text.slice(Math.max(0, start - 40), start))) return false;
  return (
    BEFORE.test(text.slice(Math.max(0, start - REACH), start)) || AFTER.test(text.slice(end, end + REACH))
  );
}
