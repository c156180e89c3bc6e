import { SHELL_TEXTS } from '../i18n/shell-texts.js';
import { createElement } from '../platform/create-element.js';

/** Says that the chat did not load, and is the button for another try. */
export function createFailure(retry: () => void): HTMLElement {
  const again = createElement('button', {}, SHELL_TEXTS.failed);
  const failure = createElement('p', { role: 'alert' }, again);
  again.onclick = () => {
    failure.remove();
    retry();
  };
  return failure;
}
