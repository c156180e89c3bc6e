/** The tab's own storage, or nothing: naming it may throw (cross-site frames, blocked cookies). */
export const tabStorage = {
  read(key: string): string | undefined {
    try {
      return sessionStorage[key];
    } catch {
      return undefined;
    }
  },
  write(key: string, value: string): void {
    try {
      sessionStorage[key] = value;
    } catch {
      // Forgotten, then.
    }
  },
};
