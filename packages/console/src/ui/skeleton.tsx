import { texts } from '../i18n/texts.js';
import './skeleton.css';

/** Grey lines where content will stand; they appear only after 200 ms, so that quick answers do not flash. */
export function Skeleton({ lines }: { lines: number }) {
  return (
    <div class="skeleton" role="status">
      <span class="hidden-visually">{texts().common.loading}</span>
      {Array.from({ length: lines }, (_, place) => (
        <span key={place} class="skeleton-line" />
      ))}
    </div>
  );
}
