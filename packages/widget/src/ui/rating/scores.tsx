import { fill } from '../../i18n/fill.js';
import type { Chat } from '../chat.js';

interface ScoresProps {
  readonly chat: Chat;
  readonly label: string;
  readonly choose: (score: 1 | 2 | 3 | 4 | 5) => void;
}

/** One to five. */
export function Scores({ chat: { texts }, label, choose }: ScoresProps) {
  return (
    <fieldset class="choices" aria-label={label}>
      {([1, 2, 3, 4, 5] as const).map((score) => (
        <button
          key={score}
          type="button"
          class="choice"
          aria-label={fill(texts.score, { n: score })}
          onClick={() => choose(score)}
        >
          {score}
        </button>
      ))}
    </fieldset>
  );
}
