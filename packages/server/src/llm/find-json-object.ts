import { err, ok, type Result } from '../kernel/result.js';

/** Places tried before giving up: text made of braces must not cost quadratic time. */
const MAX_STARTS = 8;

/** The first complete JSON object in a model's text: after any thinking, inside fences or between sentences. */
export function findJsonObject(text: string): Result<unknown, 'no_json_object'> {
  const answer = text.replace(/^\s*<think>.*?<\/think>/s, '');
  let start = answer.indexOf('{');
  for (let tries = 0; start >= 0 && tries < MAX_STARTS; tries += 1) {
    const end = endOfObject(answer, start);
    const parsed = end === null ? null : parse(answer.slice(start, end));
    if (parsed?.ok) return parsed;
    start = answer.indexOf('{', start + 1);
  }
  return err('no_json_object');
}

/** Index after the brace that closes the one at `start`; null when it never closes. */
function endOfObject(text: string, start: number): number | null {
  let depth = 0;
  let inString = false;
  for (let i = start; i < text.length; i += 1) {
    const char = text[i];
    if (inString) {
      if (char === '\\') i += 1;
      else if (char === '"') inString = false;
    } else if (char === '"') inString = true;
    else if (char === '{') depth += 1;
    else if (char === '}') {
      depth -= 1;
      if (depth === 0) return i + 1;
    }
  }
  return null;
}

function parse(text: string): Result<unknown, 'no_json_object'> {
  try {
    return ok(JSON.parse(text));
  } catch {
    return err('no_json_object');
  }
}
