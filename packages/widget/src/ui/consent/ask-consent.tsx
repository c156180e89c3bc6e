import { signal } from '@preact/signals';
import type { Chat } from '../chat.js';
import { OutsideLink } from '../markdown/markdown.js';

/**
 * `Question` stands above the text box until the visitor has agreed. What is written meanwhile waits and is sent then; a
 * refusal throws it away, closes the text box and is remembered by the server. `Withdraw`: as easy to take back as it was
 * to give.
 */
export function askConsent({ model: { client }, fixed, moveFocusOn }: Chat) {
  const { session } = client;
  const isBusy = signal(false);
  const isUnrecorded = signal(false);
  const agree: { current: HTMLButtonElement | null } = { current: null };

  const answer = async (granted: boolean) => {
    if (isBusy.peek()) return;
    isBusy.value = true;
    const isRecorded = await client.setConsent(granted).then(
      () => true,
      () => false,
    );
    isBusy.value = false;
    isUnrecorded.value = !isRecorded;
    if (!isRecorded) return;
    if (granted) moveFocusOn();
    else agree.current?.focus();
  };
  const refuse = () => answer(false);

  return {
    Question() {
      const asked = session.value?.consent;
      if (!asked || asked.granted) return null;
      const isRefused = asked.granted === false;
      const text = isRefused ? fixed.refused : asked.text;
      return (
        <fieldset class={isRefused ? 'consent refused' : 'consent'} aria-label={fixed.consent}>
          <p role="status" dir="auto">
            {isUnrecorded.value ? fixed.unrecorded : text}
          </p>
          {!isRefused && asked.link !== null && <OutsideLink href={asked.link} text={fixed.more} />}
          <div class="choices">
            <button
              ref={agree}
              type="button"
              class="choice"
              aria-disabled={isBusy.value}
              onClick={() => answer(true)}
            >
              {isRefused ? fixed.agreeAfterAll : fixed.agree}
            </button>
            {!isRefused && (
              <button type="button" class="choice" aria-disabled={isBusy.value} onClick={refuse}>
                {fixed.refuse}
              </button>
            )}
          </div>
        </fieldset>
      );
    },
    Withdraw() {
      return session.value?.consent?.granted ? (
        <button type="button" class="withdraw" onClick={refuse}>
          {fixed.withdraw}
        </button>
      ) : null;
    },
  };
}
