import type { VARIABLES } from './config.js';

type Variable = Pick<(typeof VARIABLES)[keyof typeof VARIABLES], 'fallback' | 'description' | 'secret'>;

/** The reference of all variables as a Markdown page. */
export function renderConfiguration(variables: Readonly<Record<string, Variable>>): string {
  const rows = Object.entries(variables).map(
    ([name, { fallback, description, secret }]) =>
      `| \`${name}\` | ${fallback === undefined ? 'none' : `\`${fallback}\``} | ${description}${secret ? ' Secret.' : ''} |`,
  );
  return `# Configuration

Baton reads environment variables and nothing else. Each has a default; all problems are reported at once at the
start, with exit code 1. An empty variable counts as absent. Times are milliseconds where the name ends in \`_MS\`.

| variable | default | what it does |
|---|---|---|
${rows.join('\n')}

This page is generated from \`packages/server/src/config/config.ts\`:
\`npx vitest run --project unit render-configuration -u\` writes it, and the same test fails when it is stale.
`;
}
