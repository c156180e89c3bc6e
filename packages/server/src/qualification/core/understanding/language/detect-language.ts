import { eld } from 'eld/extrasmall';

/** Fewer letters say nothing about a language. */
const HAS_ENOUGH_LETTERS = /^(?:\P{L}*\p{L}){10}/u;
/** How much better another language must fit before a conversation changes to it. */
const LEAD = 0.08;
/** Languages in which texts and cues exist; detection among more of them errs more on short lines. */
const DETECTED = ['en', 'de', 'es', 'fr', 'pt', 'it', 'nl'];

const detector = eld.newInstance();
detector.setLanguageSubset(DETECTED);

/**
 * The language of a turn, BCP 47 primary tag. Short lines, names and addresses keep the language of the
 * conversation so far.
 */
export function detectLanguage(text: string, soFar: string): string {
  const words = text
    .slice(0, 600)
    .replace(/\S*@\S*|https?:\S+|\d+/gu, ' ')
    .trim();
  if (!HAS_ENOUGH_LETTERS.test(words)) return soFar;
  const scores = detector.detect(words).getScores();
  const [best, bestScore] = Object.entries(scores).reduce<readonly [string, number]>(
    (held, [language, score]) => (score > held[1] ? [language, score] : held),
    ['', 0],
  );
  if (best === '' || best === soFar) return soFar;
  return bestScore - (scores[soFar] ?? 0) >= LEAD ? best : soFar;
}
