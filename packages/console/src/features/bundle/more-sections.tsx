import { clockTime, fullTime } from '../../i18n/format-time.js';
import { texts } from '../../i18n/texts.js';
import { Icon } from '../../ui/icon.js';
import type { SectionProps } from './section-props.js';
import { SourcedList } from './sourced-list.js';

/** What stood against it, and from which documents the assistant answered; nothing is drawn where there is nothing. */
export function Heard({ bundle, file }: SectionProps) {
  const words = texts().bundle;
  if (bundle.objections.length === 0 && bundle.cited.length === 0) return null;
  return (
    <section class="bundle-section">
      {bundle.objections.length > 0 && (
        <>
          <h3>{words.objections}</h3>
          <SourcedList sentences={bundle.objections} file={file} />
        </>
      )}
      {bundle.cited.length > 0 && (
        <>
          <h3>{words.cited}</h3>
          <ul class="sentences">
            {bundle.cited.map((document) => (
              <li key={`${document.title} ${document.messageIds[0]}`} dir="auto">
                {document.title}
                {document.messageIds.slice(0, 3).map((id) => (
                  <button
                    key={id}
                    type="button"
                    class="to-message"
                    aria-label={`${words.readSource}: ${document.title}`}
                    title={words.readSource}
                    onClick={() => file.conversation.showMessage(id)}
                  >
                    <Icon name="chat" />
                  </button>
                ))}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** Notes of colleagues and what they corrected, with their reasons. */
export function ByColleagues({ bundle }: SectionProps) {
  const words = texts().bundle;
  if (bundle.notes.length === 0 && bundle.corrections.length === 0) return null;
  return (
    <section class="bundle-section">
      <h3>{words.byColleagues}</h3>
      <ul class="sentences">
        {bundle.notes.map(({ seq, by, text }) => (
          <li key={`note-${seq}`} dir="auto">
            <strong>{by}</strong>: {text}
          </li>
        ))}
        {bundle.corrections.map(({ seq, at, by, what, reason }) => (
          <li key={`correction-${seq}`} dir="auto" title={fullTime(at)}>
            <strong>{by}</strong>: {what} <span class="muted">{words.because(reason)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Why it was sent to whom, and everything that happened, in sentences. */
export function Happened({ bundle, file }: SectionProps) {
  const words = texts().bundle;
  return (
    <section class="bundle-section">
      {bundle.route && (
        <p class="route" dir="auto">
          <strong>{words.route(bundle.route.team)}</strong> {words.because(bundle.route.because)}{' '}
          <button type="button" class="why-button" onClick={() => file.askWhy('route')}>
            {texts().common.why}
          </button>
        </p>
      )}
      {bundle.timeline.length > 0 && (
        <details class="timeline">
          <summary>
            {words.timeline} <span class="muted">{bundle.timeline.length}</span>
          </summary>
          <ol>
            {bundle.timeline.map(({ seq, at, text }) => (
              <li key={seq} dir="auto">
                <time class="muted" dateTime={at} title={fullTime(at)}>
                  {clockTime(at)}
                </time>{' '}
                {text}
              </li>
            ))}
          </ol>
        </details>
      )}
    </section>
  );
}
