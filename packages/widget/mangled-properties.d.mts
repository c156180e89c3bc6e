export const MANGLED: readonly string[];
export declare const MANGLED_STYLES: readonly string[];
