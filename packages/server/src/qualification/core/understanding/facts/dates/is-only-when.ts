import { alternatives, list } from '../../text/phrases.js';
import { dayOf } from './calendar.js';
import { AT_BEST } from './date-words.js';
import { findPeriods } from './find-periods.js';
import { qualifyPeriod } from './qualify-period.js';

/** What points at something that was said before, and what may stand around a time. */
const SAYS_NOTHING = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${alternatives([
    ...AT_BEST,
    ...list(`
    it, this, that, these, those, them, something, one, some, all, for, by, from, until, till, to, on, onwards, in, at, the, of, of it, please, ideally, really, already, up and running, running, humming, live, go live, going live, start, started, get started, get going, begin, launch, ready, latest, then, and,
    das, dies, dieses, es, sowas, so was, etwas, was, alles, ab, bis, zum, zur, im, am, fur, den, die, der, dem, bitte, schon, dann, idealerweise, starten, loslegen, beginnen, live gehen, anfangen,
    ca, cela, ceci, quelque chose, tout, pour, en, le, la, les, du, de, des, a, au, avant, des le, demarrer, commencer, lancer,
    esto, eso, lo, algo, todo, para, el, los, las, del, al, desde, antes, empezar, arrancar, comenzar,
    questo, quello, qualcosa, tutto, per, il, gli, da, dal, entro, partire, iniziare, cominciare,
    isso, isto, disso, disto, tudo, em, no, na, o, os, as, ate, ja, comecar, arrancar, iniciar,
    dit, dat, het, iets, alles, vanaf, voor, tot, de, graag, starten, beginnen, live gaan
    `),
  ])})(?![\\p{L}\\p{N}])`,
  'gu',
);
/** Where a time stands does not depend on the day. */
export const SOME_DAY = dayOf(2026, 6, 1);

/** "this by March", "next week": says when it is wanted, and not what for. `words`: folded. */
export function isOnlyWhen(words: string, language: string): boolean {
  let rest = words;
  for (const mention of findPeriods(words, language, SOME_DAY)) {
    const { start, end } = qualifyPeriod(words, mention);
    rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end);
  }
  return !/[\p{L}\p{N}]/u.test(rest.replace(SAYS_NOTHING, ' '));
}
