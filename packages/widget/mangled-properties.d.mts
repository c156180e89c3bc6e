export const MANGLED: readonly string[];
