import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { describeInterface } from './describe-interface.js';
import { CALLS, EVENTS, OPTIONS } from './names.js';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const options = describeInterface(read('../config/widget-options.ts'), 'BatonOptions');
const events = describeInterface(read('./baton-api.ts'), 'BatonEvents');
const calls = describeInterface(read('./baton-api.ts'), 'BatonApi');

const code = (text: string) => `\`${text.replaceAll('|', '\\|')}\``;
const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

function page(): string {
  return `# Embedding: every option, event and call

Generated from the types of \`packages/widget/src\` (\`npx vitest run --project unit embed-reference -u\` writes it).
How they are used: [embed.md](embed.md).

## Options

As \`data-*\` attributes of the script tag or of \`<baton-chat>\`, or as properties for \`init\` and \`loadBaton\`.

${table(
  ['attribute', 'property', 'type', 'meaning'],
  options.map(({ name, type, words }) => [code(`data-${name}`), code(name), code(type), words]),
)}

## Events

\`Baton.on(name, listener)\`; the listener gets the detail.

${table(
  ['event', 'detail', 'when'],
  events.map(({ name, type, words }) => [code(name), code(type === 'undefined' ? 'none' : type), words]),
)}

## Calls

${table(
  ['call', 'what it does'],
  calls.map(({ name, type, words }) => [code(`${name}${type}`), words]),
)}
`;
}

describe('the reference of options, events and calls', () => {
  it('is as the types say', async () => {
    await expect(page()).toMatchFileSnapshot('../../../../docs/guides/embed-reference.md');
  });

  it('leaves out none', () => {
    const names = (all: readonly { readonly name: string }[]) => all.map(({ name }) => name).sort();
    expect(names(options)).toEqual([...OPTIONS].sort());
    expect(names(events)).toEqual([...EVENTS].sort());
    expect(names(calls)).toEqual([...CALLS, 'push'].sort());
    expect([...options, ...events].filter(({ words }) => !words)).toEqual([]);
  });
});
