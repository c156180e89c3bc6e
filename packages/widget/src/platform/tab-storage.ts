/** The tab's own storage, or nothing: naming it may throw (cross-site frames, blocked cookies). */
export function readTabStorage(key: string): string | undefined {
  try {
    return sessionStorage[key];
  } catch {
    return undefined;
  }
}

export function writeTabStorage(key: string, value: string): void {
  try {
    sessionStorage[key] = value;
  } catch {
    // Forgotten, then.
  }
}
