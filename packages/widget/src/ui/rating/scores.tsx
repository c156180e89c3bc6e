import { fill } from '../../i18n/fill.js';
import type { Chat } from '../chat.js';
import { Choices } from '../choices/choices.js';

interface ScoresProps {
  readonly chat: Chat;
  readonly label: string;
  readonly choose: (score: 1 | 2 | 3 | 4 | 5) => void;
}

/** One to five. */
export function Scores({ chat: { texts }, label, choose }: ScoresProps) {
  const nameOf = (n: number) => fill(texts.score, { n });
  return <Choices label={label} options={[1, 2, 3, 4, 5]} nameOf={nameOf} choose={choose} />;
}
