export type ParsedOrigins =
  | { readonly ok: true; readonly origins: readonly string[] }
  | { readonly ok: false; readonly line: string };

/** One origin a line, exactly as a browser would send it; blank lines and repetitions are dropped. */
export function parseOrigins(text: string): ParsedOrigins {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const wrong = lines.find((line) => !isOrigin(line));
  return wrong === undefined ? { ok: true, origins: [...new Set(lines)] } : { ok: false, line: wrong };
}

function isOrigin(line: string): boolean {
  if (!/^https?:\/\//.test(line) || !URL.canParse(line)) return false;
  return new URL(line).origin === line;
}
