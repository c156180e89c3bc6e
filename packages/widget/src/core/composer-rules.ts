import { LIMITS } from '@baton/shared-types';

/** From how many characters left the reader is told. */
const NEAR = 300;

/** What a key means in the text box. A key that belongs to an input method (IME) belongs to nobody else. */
export function decideKey(key: {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly isComposing: boolean;
  /** 229 is how some browsers mark the Enter that ends a composition. */
  readonly keyCode: number;
}): 'send' | 'none' {
  return key.key === 'Enter' && !key.shiftKey && !key.isComposing && key.keyCode !== 229 ? 'send' : 'none';
}

/** Characters left (negative: too many) once it matters, else null. Counted as the server counts. */
export function charactersLeft(draft: string): number | null {
  const left = LIMITS.messageCharacters - draft.trim().length;
  return left <= NEAR ? left : null;
}

export function canSend(draft: string): boolean {
  return draft.trim() !== '' && (charactersLeft(draft) ?? 0) >= 0;
}
