export declare const STAND_INS: readonly { readonly find: RegExp; readonly replacement: string }[];
