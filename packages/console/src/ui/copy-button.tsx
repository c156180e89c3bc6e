import { useSignal } from '@preact/signals';
import { texts } from '../i18n/texts.js';
import type { Platform } from '../platform/platform.js';
import { Button } from './button.js';

/** Copies, and says whether it worked. */
export function CopyButton({ text, platform, label }: { text: string; platform: Platform; label: string }) {
  const outcome = useSignal<'none' | 'copied' | 'refused'>('none');
  const words = texts().common;
  async function copy() {
    outcome.value = (await platform.copy(text)) ? 'copied' : 'refused';
    platform.environment.setTimer(() => {
      outcome.value = 'none';
    }, 2500);
  }
  return (
    <span class="copy">
      <Button
        small
        icon={outcome.value === 'copied' ? 'accept' : 'copy'}
        label={label}
        onClick={() => void copy()}
      >
        {outcome.value === 'copied' ? words.copied : words.copy}
      </Button>
      <span class="hidden-visually" role="status">
        {outcome.value === 'copied' ? words.copied : outcome.value === 'refused' ? words.copyFailed : ''}
      </span>
    </span>
  );
}
