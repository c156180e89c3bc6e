import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { checkArrows, RULES } from './check-arrows.ts';

const root = process.argv[2] ?? dirname(dirname(import.meta.dirname));
const OURS = ['packages', 'e2e', 'examples', 'tooling', 'bench', 'chaos'];
const NOT_OURS = new Set(['node_modules', 'dist', 'coverage', 'test-results']);

const paths = OURS.map((name) => join(root, name))
  .filter(existsSync)
  .flatMap(listSources);
const sources = new Map(
  paths.map((path) => [relative(root, path).split(sep).join('/'), readFileSync(path, 'utf8')]),
);
const broken = checkArrows(sources);
for (const { rule, findings } of broken) {
  process.stdout.write(`${rule.name}: ${rule.sentence}\n`);
  for (const { path, line, what } of findings) process.stdout.write(`  ${path}:${line} ${what}\n`);
}
const count = broken.reduce((sum, { findings }) => sum + findings.length, 0);
process.stdout.write(`${sources.size} files, ${RULES.length} rules, ${count} findings\n`);
process.exitCode = count > 0 ? 1 : 0;

function listSources(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return NOT_OURS.has(entry.name) ? [] : listSources(path);
    return /\.(ts|tsx|mjs)$/.test(entry.name) ? [path] : [];
  });
}
