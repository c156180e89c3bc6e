import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type GoldenChat, parseGoldenChat } from './golden-chat.js';

export interface GoldenFile {
  readonly name: string;
  readonly chats: readonly GoldenChat[];
}

/**
 * The golden chats of a folder, or of the folders directly in it. Throws with file and line when a line is no
 * golden chat.
 */
export function readGoldenFiles(folder: string): readonly GoldenFile[] {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      return readdirSync(path)
        .sort()
        .flatMap((name) => readIfGolden(join(path, name)));
    }
    return readIfGolden(path);
  });
}

function readIfGolden(path: string): readonly GoldenFile[] {
  if (!path.endsWith('.jsonl')) return [];
  const chats = readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line, index) => {
      if (line.trim() === '') return [];
      const chat = parseGoldenChat(line);
      if (!chat.ok) throw new Error(`${path}:${index + 1}: ${chat.error}`);
      return [chat.value];
    });
  return [{ name: basename(path, '.jsonl'), chats }];
}
