/** A part of a text that stands for something, in UTF-16 units, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly key: string;
}

/** A run of text covered by the same spans throughout. */
export interface Segment {
  readonly start: number;
  readonly text: string;
  /** Keys of the spans that cover it, in the order given; empty for plain text. */
  readonly keys: readonly string[];
}

/**
 * Cuts a text at the edges of spans that may touch, nest or overlap. The segments together are the text,
 * to the character. Spans that are empty or do not lie within the text are ignored.
 */
export function sliceSpans(text: string, spans: readonly Span[]): readonly Segment[] {
  const valid = spans.filter(({ start, end }) => start >= 0 && start < end && end <= text.length);
  const edges = new Set([0, text.length, ...valid.flatMap(({ start, end }) => [start, end])]);
  const cuts = [...edges].sort((a, b) => a - b);
  const segments: Segment[] = [];
  for (const [place, start] of cuts.entries()) {
    const end = cuts[place + 1];
    if (end === undefined) break;
    const covering = valid.filter((span) => span.start <= start && span.end >= end);
    segments.push({
      start,
      text: text.slice(start, end),
      keys: [...new Set(covering.map(({ key }) => key))],
    });
  }
  return segments;
}
