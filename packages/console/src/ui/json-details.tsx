import { texts } from '../i18n/texts.js';

/** The record behind a sentence, one more click away. */
export function JsonDetails({ value }: { value: unknown }) {
  return (
    <details class="json">
      <summary>{texts().common.showJson}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard. */}
      <pre class="scroll" tabIndex={0}>
        {JSON.stringify(value, null, 2)}
      </pre>
    </details>
  );
}
