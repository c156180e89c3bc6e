import { matchesOf } from '../matches-of.js';
import { oncePerText } from '../once-per-text.js';

/** A piece of a message between two marks of punctuation. */
export interface Segment {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Number of the line that it stands on. */
  readonly line: number;
}

/** Dots that end no sentence: initials, titles, and forms such as "B.V." and "sp. z o.o.". */
const ABBREVIATION =
  /(?:^|[^\p{L}])(?:\p{L}|\p{L}\.\p{L}|mr|mrs|ms|dr|prof|st|sr|sra|dott|ing|dipl|inc|co|corp|ltd|pty|pte|bros|sp|z o|jr|no|nr|tel|lda|ltda|ph|vs|ca|bzw|mme|mlle|hr|fr|u\.\s?a|s\.à r\.l|e\.\s?v)$/iu;
const MARK =
  /[\n;:!?()[\]<>|•·…"“”„«»]|,|\s[-–—/~]+\s|\.(?=\s|$)|\.{2,}|[–—]|--+|\s(?:Komma|comma|virgule|virgola|vírgula|coma|Punkt|full stop|new line|neue Zeile|question mark|Fragezeichen|Ausrufezeichen|punto y aparte|point à la ligne)(?=\s|$)(?!\s(?:com|de|net|org|example|test)(?!\p{L}))|\s(?=\p{Extended_Pictographic})|\p{Extended_Pictographic}\uFE0F?/gu;

/** Splits a message at its punctuation, also where it was dictated in words. Linear; every segment is trimmed and not empty. */
export const splitSegments = oncePerText((text): readonly Segment[] => [...segmentsOf(text)]);

/** The first segment of a message; the rest is not looked at. */
export function firstSegment(text: string): Segment | undefined {
  const [first] = segmentsOf(text);
  return first;
}

function* segmentsOf(text: string): Generator<Segment> {
  let from = 0;
  let line = 0;
  for (const mark of matchesOf(text, MARK)) {
    if (mark[0] === '.' && ABBREVIATION.test(text.slice(Math.max(0, mark.index - 12), mark.index))) continue;
    yield* trimmed(text, from, mark.index, line);
    from = mark.index + mark[0].length;
    if (mark[0] === '\n') line += 1;
  }
  yield* trimmed(text, from, text.length, line);
}

function trimmed(text: string, from: number, to: number, line: number): readonly Segment[] {
  const raw = text.slice(from, to);
  const words = raw.trim();
  if (words === '') return [];
  const start = from + raw.length - raw.trimStart().length;
  return [{ text: words, start, end: start + words.length, line }];
}
