const LONGEST_MS = 3_600_000;

/** Milliseconds to wait by a `Retry-After` header (seconds or an HTTP date), at most an hour; null if unreadable. */
export function parseRetryAfter(header: string | null, now: Date): number | null {
  const text = header?.trim() ?? '';
  if (text === '') return null;
  const ms = /^\d+(\.\d+)?$/.test(text) ? Number(text) * 1_000 : Date.parse(text) - now.getTime();
  if (!Number.isFinite(ms)) return null;
  return Math.min(Math.max(Math.round(ms), 0), LONGEST_MS);
}
