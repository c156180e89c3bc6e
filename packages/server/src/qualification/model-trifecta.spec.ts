import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const SOURCE = fileURLToPath(new URL('..', import.meta.url));

/** Where words leave the company: whoever calls a model may not hold any of these. */
const OUTWARD = /from '[./]*(?:outbound|integrations|leads|mail|realtime)\//;
const CALLS_MODEL = /\b(?:streamReply|\.extract)\(/;

function sources(): readonly (readonly [string, string])[] {
  return readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.includes('.spec.') && !path.startsWith('llm/'))
    .map((path) => [path, readFileSync(join(SOURCE, path), 'utf8')]);
}

it('A95: no step that shows a model private data and untrusted text has a channel outward', () => {
  const callers = sources().filter(([, text]) => CALLS_MODEL.test(text));
  expect(callers.length).toBeGreaterThan(0);
  expect(callers.filter(([, text]) => OUTWARD.test(text)).map(([path]) => path)).toEqual([]);
});

it('A95: the port to a model offers it no tool', () => {
  const port = readFileSync(join(SOURCE, 'llm/language-model.port.ts'), 'utf8');
  expect(port).not.toMatch(/readonly (?:tools|functions|tool_choice)/);
});
