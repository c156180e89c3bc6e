import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { INTENTS, SLOT_KINDS } from '@baton/shared-types';
import { z } from 'zod';

const kind = z.enum(SLOT_KINDS);

const schema = z.strictObject({
  id: z.string(),
  language: z.enum(['en', 'de', 'fr', 'es', 'it', 'pt', 'nl']),
  asked: kind.nullable(),
  text: z.string().min(1),
  /** What a careful person would record, by slot. */
  expect: z.partialRecord(kind, z.unknown()),
  /** Slots that are tempting here and must stay empty. */
  not: z.array(kind),
  intents: z.array(z.enum(INTENTS)),
});

/** One message of a visitor and what is to be read from it. */
export type LabelledLine = z.infer<typeof schema>;

export interface LineFile {
  readonly name: string;
  readonly lines: readonly LabelledLine[];
}

/** The golden lines of a folder. Throws with file and line when one is not in the format. */
export function readGoldenLines(folder: string): readonly LineFile[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .map((name) => ({
      name: basename(name, '.jsonl'),
      lines: readFileSync(join(folder, name), 'utf8')
        .trimEnd()
        .split('\n')
        .map((line, index) => {
          const parsed = schema.safeParse(JSON.parse(line));
          if (!parsed.success) throw new Error(`${name}:${index + 1}: ${z.prettifyError(parsed.error)}`);
          return parsed.data;
        }),
    }));
}
