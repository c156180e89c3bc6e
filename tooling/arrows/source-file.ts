import { posix } from 'node:path';
import { type Program, parseSync } from 'oxc-parser';

/** One `import`, `export … from` or `import()`. */
export interface ImportLine {
  readonly specifier: string;
  /** The repository path for a relative import, with its TypeScript ending; null for a package. */
  readonly target: string | null;
  /** The package's name for anything that is not relative ("node:fs", "@baton/client", "zod"). */
  readonly package: string | null;
  /** What is named, `*` for all of it. */
  readonly names: readonly string[];
  readonly typeOnly: boolean;
  readonly line: number;
}

export interface SourceFile {
  /** From the root of the repository, with forward slashes. */
  readonly path: string;
  readonly lineCount: number;
  readonly imports: readonly ImportLine[];
  readonly program: Program;
  lineOf(offset: number): number;
}

/** Parses a TypeScript, TSX or JavaScript module. Throws on a syntax error. */
export function parseSourceFile(path: string, text: string): SourceFile {
  const { module, program, errors } = parseSync(path, text);
  const [error] = errors;
  if (error) throw new Error(`${path}: ${error.message}`);

  const lineOf = (offset: number): number => text.slice(0, offset).split('\n').length;
  const line = (
    specifier: string,
    names: readonly string[],
    typeOnly: boolean,
    start: number,
  ): ImportLine => ({
    specifier,
    target: specifier.startsWith('.') ? resolveTarget(path, specifier) : null,
    package: specifier.startsWith('.') ? null : packageOf(specifier),
    names,
    typeOnly,
    line: lineOf(start),
  });
  const imports = [
    ...module.staticImports.map(({ moduleRequest, entries, start }) =>
      line(
        moduleRequest.value,
        entries.map(({ importName }) => importName.name ?? '*'),
        entries.length > 0 && entries.every(({ isType }) => isType),
        start,
      ),
    ),
    ...module.staticExports.flatMap(({ entries, start }) => {
      const from = entries.find(({ moduleRequest }) => moduleRequest !== null)?.moduleRequest;
      if (!from) return [];
      const names = entries.map(({ importName }) => importName.name ?? '*');
      return [
        line(
          from.value,
          names,
          entries.every(({ isType }) => isType),
          start,
        ),
      ];
    }),
    ...module.dynamicImports.flatMap(({ moduleRequest, start }) => {
      const literal = /^(['"`])([^$]*)\1$/.exec(text.slice(moduleRequest.start, moduleRequest.end));
      return literal ? [line(literal[2] ?? '', ['*'], false, start)] : [];
    }),
  ];
  return { path, lineCount: text.trimEnd().split('\n').length, imports, program, lineOf };
}

function resolveTarget(from: string, specifier: string): string {
  return posix
    .join(posix.dirname(from), specifier)
    .replace(/\.js$/, '.ts')
    .replace(/\.jsx$/, '.tsx');
}

function packageOf(specifier: string): string {
  const [first = '', second = ''] = specifier.split('/');
  return first.startsWith('@') ? `${first}/${second}` : first;
}
