/**
 * Words with which people take back what they said, in the languages we read. A reader that finds a value asks
 * here whether the words around it say "this replaces an earlier value" or "this is not the value".
 */

/** How far around a value its cues are looked for, in UTF-16 units. */
const REACH = 90;

/** At most places a plain letter stands before, which is seen sooner than whether any letter or digit does. */
const TAKES_BACK = new RegExp(
  `(?<![a-z])(?<![\\p{L}\\p{N}])(?:${[
    // English
    "no+[,.!]? (?:wait|sorry|hang on|actually|its|it's|we|i)",
    'wait[,.]*',
    'hang on',
    'hold on',
    '(?:lol|haha|argh|ah|oh|nah|ugh|er|um) no',
    'nah',
    'no[,.!;:]',
    'nope',
    'sorry',
    'scra(?:tch|p) (?:that|the|my|it|what)',
    'strike (?:that|the)',
    'correction',
    'i me(?:an|ant)',
    'meant',
    'make (?:that|it)',
    'better (?:say|make it|put)',
    '(?:or|but|well)? ?rather',
    'on second thou?ghts?',
    'let me correct',
    'correct myself',
    'correggermi',
    'corregirme',
    'corrigir-me',
    'me corriger',
    'mich korrigieren',
    'falei errado',
    'to be (?:exact|precise|correct)',
    'actually',
    'my (?:bad|mistake)',
    'oops',
    'whoops',
    'wrong (?:one|number|address|mail|e-?mail)',
    'or better',
    'oder besser',
    'o mejor',
    'ou plut[ôo]t',
    'o meglio',
    'of beter',
    'typo',
    'fat fingers?',
    'mis(?:typed|spoke|read|counted|calculated)',
    'got (?:that|it) wrong',
    "(?:was|is|that's|thats|were) (?:wrong|not right|not correct|incorrect|outdated)",
    'instead of',
    'rather than',
    'should (?:be|have been|read)',
    'forget (?:the|what|that)',
    'i forgot',
    'correct(?:ed|ing)? (?:is|that|it|myself|number|address|one|name|spelling)',
    '(?:mis)?spel(?:led|t|ling)',
    // German
    'nein[,.! ]',
    'nee[,.! ]',
    'moment',
    'stimm(?:t|en) nicht',
    'quatsch',
    'korrektur',
    'korrigiere',
    'ich mein(?:e|te)',
    'entschuldigung',
    'verzeihung',
    'pardon',
    'ver(?:schrieben|tippt|rechnet|z[äa]hlt|sprochen)',
    'sondern',
    'richtig (?:sind|ist|w[äa]re)',
    'falsch',
    'vielmehr',
    'ach nein',
    'doch (?:nur|eher|lieber)',
    'besser gesagt',
    'genauer gesagt',
    'sagen wir (?:lieber|besser|eher)',
    'halt,',
    // Spanish
    'perd[óo]n',
    'perdone[n]?',
    'me (?:he )?equivo(?:qu[ée]|cado)',
    'quise decir',
    'quiero decir',
    'corrijo',
    'mejor dicho',
    'en realidad',
    'digo',
    'sino',
    'est[áa]? mal',
    'no[,.] ',
    // French
    'non[,. ]',
    'pardon',
    'd[ée]sol[ée]e?',
    'erreur',
    'tromp[ée]e?',
    'je voulais dire',
    'je veux dire',
    'plut[ôo]t',
    'en fait',
    'rectification',
    'je rectifie',
    // Portuguese
    'n[ãa]o[,.] ',
    'desculp[ea]',
    'me enganei',
    'enganei-me',
    'quis dizer',
    'corrigindo',
    'correc?[çc][ãa]o',
    'na verdade',
    'ali[áa]s',
    'ou melhor',
    'errei',
    // Italian
    'no[,.] ',
    'scus[ai]',
    'mi sono sbagliat[oa]',
    'mi sbagliavo',
    'volevo dire',
    'anzi',
    'correggo',
    'errore',
    'bens[ìi]',
    // Dutch
    'vergissing',
    'vergist',
    'ik bedoel(?:de)?',
    'foutje',
    'correctie',
    'klopt niet',
    'eigenlijk',
    'toch (?:maar|eerder)',
    'moet zijn',
  ].join('|')})(?!\\p{L})`,
  'iu',
);

/**
 * Directly before a value that is denied: "not 40", "nicht 40", "scratch the 18". Looks back from the end, so that it
 * tries no other place.
 */
export const DENIES_BEFORE =
  /$(?<=(?:^|[^\p{L}])(?:not|isn'?t|aint|ain't|instead of|rather than|scratch (?:the|that|my)?|strike the|forget (?:the|about)?|nicht|kein(?:e|en)?|statt|anstatt|nicht mehr|ya no|en vez de|en lugar de|pas|au lieu de|e n[ãa]o|n[ãa]o [ée]|n[ãa]o|em vez de|non|invece di|niet|geen|in plaats van)\s+(?:(?:the|my|our|die|der|los|las|les|os|as|i|de|meine?|mi|mon|ma) )?(?:(?:old|other|private|previous|former|alte|andere) )?(?:(?:one|address|mail|e-?mail|number) )?)/iu;

/** Directly after a value that is denied: "25 stimmt nicht", "40 was wrong". */
const DENIES_AFTER =
  /^[^.!?\n]{0,24}?(?:stimm(?:t|en) nicht|(?:was|is|were) (?:wrong|a typo|incorrect|not right)|war(?:en)? falsch|ist falsch|klopt niet|est faux|[ée]tait faux|est une erreur|est[áa] mal|era (?:un error|sbagliat[oa]|errado)|[èe] sbagliat[oa]|est[áa] errado)/iu;

/** Directly after the value that holds: "14 not 40", "15 statt 25". */
const CONTRASTS_AFTER =
  /^[^.!?\n]{0,16}?[\s,(](?:not|and not|nicht|statt|y no|no|et pas|pas|e n[ãa]o|n[ãa]o|e non|non|niet|instead of)\s+(?:the )?[\d\p{L}]/iu;

/** "*dana@…": how chats put a slip right. */
const STARRED = /^\s*\*$/;

/** True when the words say that the value at `start..end` replaces an earlier one. */
export function isCorrection(text: string, start: number, end: number): boolean {
  if (isDenied(text, start, end)) return false;
  const before = text.slice(Math.max(0, start - REACH), start);
  return (
    STARRED.test(before) || TAKES_BACK.test(before) || CONTRASTS_AFTER.test(text.slice(end, end + REACH))
  );
}

/** How many UTF-16 units of regret stand between two values at most: "16, no hang on, 15". */
const REGRET = 28;

/** True when the words between two values take the first of them back. */
export function isTakenBack(between: string): boolean {
  // "Fourteen. No, that's wrong, sixteen": regret may be a sentence of its own.
  const rest = between.replace(/^[.!?\s]+/u, '');
  return between.length <= REGRET && !/[.!?\n]\s*\p{Lu}/u.test(rest) && TAKES_BACK.test(between);
}

/** True when the words say that the value at `start..end` is not the one that holds. */
export function isDenied(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - REACH), start);
  return DENIES_BEFORE.test(before) || DENIES_AFTER.test(text.slice(end, end + REACH));
}
