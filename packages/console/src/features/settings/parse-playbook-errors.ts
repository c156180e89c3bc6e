export interface PlaybookError {
  /** 1-based; null when the error belongs to the whole document. */
  readonly line: number | null;
  readonly text: string;
}

const WITH_LINE = /^line (\d+):\s*(.+)$/is;

/** Reads the server's `line 12: …` details, so that each stands at its line; ordered by line. */
export function parsePlaybookErrors(details: readonly string[]): readonly PlaybookError[] {
  return details
    .map((detail) => {
      const [, line, text] = WITH_LINE.exec(detail) ?? [];
      return line && text ? { line: Number(line), text } : { line: null, text: detail };
    })
    .sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
}
