import type { QuestionInput } from '@baton/shared-types';

/** Questions that a field of the stream can take the answer to. */
export type FieldKind = Extract<QuestionInput['kind'], 'email' | 'phone' | 'date' | 'number'>;

/** What is wrong with an answer, by the key of its text; null when it can be sent. The text box below takes anything. */
export function checkAnswer(
  kind: FieldKind,
  answer: string,
): 'badEmail' | 'badPhone' | 'badDate' | 'badNumber' | null {
  switch (kind) {
    case 'email':
      return /^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/.test(answer) ? null : 'badEmail';
    case 'phone':
      return (answer.match(/\p{Nd}/gu)?.length ?? 0) >= 6 ? null : 'badPhone';
    case 'date':
      return /^\d{4}-\d\d-\d\d$/.test(answer) ? null : 'badDate';
    case 'number':
      return /^\d+([.,]\d+)?$/.test(answer) ? null : 'badNumber';
  }
}
