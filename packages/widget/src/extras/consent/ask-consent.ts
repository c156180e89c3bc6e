import type { Disposer } from '../../platform/listen.js';
import type { ExtrasTools } from '../extras-tools.js';
import css from './consent.css?inline';
import { CONSENT_TEXTS } from './consent-texts.js';

/**
 * Stands above the text box until the visitor has agreed. What is written meanwhile waits and is sent then; a refusal
 * throws it away, closes the text box and is remembered by the server. It can be taken back here at any time.
 */
export function askConsent({
  shell,
  client,
  chat,
  effect,
  createElement,
  adoptStyles,
  storage,
}: ExtrasTools): Disposer {
  const { panel, form, input } = shell.panel;
  const words = CONSENT_TEXTS[panel.lang] ?? CONSENT_TEXTS['en'];
  if (!words) throw new Error('There are no English words for consent.');
  const question = createElement('p', { role: 'status', dir: 'auto' });
  const more = createElement('a', { target: '_blank', rel: 'noopener noreferrer' }, words.more);
  const agree = createElement('button', { type: 'button', class: 'choice' });
  const refuse = createElement('button', { type: 'button', class: 'choice' }, words.refuse);
  const buttons = createElement('div', { class: 'choices' }, agree, refuse);
  const box = createElement(
    'div',
    { class: 'consent', role: 'group', 'aria-label': words.title },
    question,
    more,
    buttons,
  );
  // As easy to take back as it was to give.
  const withdraw = createElement('button', { type: 'button', class: 'withdraw' }, words.withdraw);
  const refusedKey = `baton:${shell.options.site}:refused`;
  const removeStyles = adoptStyles(shell.root, css);
  form.before(box);
  panel.append(withdraw);

  agree.onclick = () => answer(true);
  refuse.onclick = withdraw.onclick = () => answer(false);

  function answer(granted: boolean): void {
    agree.disabled = refuse.disabled = true;
    client.setConsent(granted).then(
      () => {
        agree.disabled = refuse.disabled = false;
        if (granted) chat.moveFocusOn();
        else agree.focus();
      },
      () => {
        agree.disabled = refuse.disabled = false;
        question.textContent = words?.failed ?? '';
      },
    );
  }

  const stop = effect(() => {
    const asked = client.session.value?.consent;
    const isRefused = asked?.granted === false;
    box.hidden = !asked || asked.granted === true;
    withdraw.hidden = asked?.granted !== true;
    panel.classList.toggle('asking', !box.hidden);
    panel.classList.toggle('refused', isRefused);
    // For greetings, which know nothing else of the visitor: nobody who has refused is spoken to first.
    if (isRefused) storage.set(refusedKey, '1');
    else storage.remove(refusedKey);
    if (!asked) return;
    question.textContent = isRefused ? words.refused : asked.text;
    more.hidden = isRefused || asked.link === null;
    if (asked.link !== null) more.href = asked.link;
    agree.textContent = isRefused ? words.again : words.agree;
    refuse.hidden = isRefused;
    if (isRefused) input.value = '';
  });
  return () => {
    stop();
    panel.classList.remove('asking', 'refused');
    box.remove();
    withdraw.remove();
    removeStyles();
  };
}
