export const MANGLED: readonly string[];
export declare const MANGLED_STYLES: readonly string[];
export declare const MANGLED_CLASSES: readonly string[];
