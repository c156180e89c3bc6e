/**
 * Untrusted text as one line of JSON: whatever it says, it cannot end the fence, open another role or look
 * like an instruction of ours.
 */
export function fence(value: unknown): string {
  return JSON.stringify(value)
    .replace(/</g, '\\u003c')
    .replace(/[\u2028\u2029\u007f-\u009f]/g, ' ');
}

/** UTF-16 units of one line in a prompt. */
export const LINE_LENGTH = 1_000;
