import { createWriteStream, type WriteStream } from 'node:fs';
import type { Entry, HistoryLine } from './line.ts';

/** Writes the history to its file as it happens, and hands every line on to who judges it. */
export class HistoryWriter {
  private readonly file: WriteStream;
  private readonly onLine: (line: HistoryLine) => void;

  constructor(path: string, onLine: (line: HistoryLine) => void) {
    this.file = createWriteStream(path);
    this.onLine = onLine;
  }

  readonly record = (entry: Entry): void => {
    const line: HistoryLine = { t: Date.now(), ...entry };
    this.file.write(`${JSON.stringify(line)}\n`);
    this.onLine(line);
  };

  close(): Promise<void> {
    return new Promise((resolve) => this.file.end(resolve));
  }
}
