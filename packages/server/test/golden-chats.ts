import { readdirSync, readFileSync } from 'node:fs';
import { type GoldenChat, parseGoldenChat } from '../src/qualification/evaluation/golden-chat.js';

const FOLDER = new URL('../golden/', import.meta.url);

/** The golden chats of this repository, by file name and line. */
export function goldenChats(): readonly GoldenChat[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) => readFileSync(new URL(name, FOLDER), 'utf8').trimEnd().split('\n'))
    .map((line) => {
      const chat = parseGoldenChat(line);
      if (!chat.ok) throw new Error(chat.error);
      return chat.value;
    });
}
