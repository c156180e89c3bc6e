import type { Disposer } from '../../platform/listen.js';
import type { ExtrasTools } from '../extras-tools.js';
import css from './away.css?inline';
import { AWAY_TEXTS } from './away-texts.js';

/**
 * Says before anybody asks for a person that none is there, when somebody is back, and what to do meanwhile. Gone once
 * the conversation itself says it better: a person was asked for, or has come.
 */
export function sayWhoIsAway({
  shell,
  client,
  chat,
  effect,
  createElement,
  adoptStyles,
}: ExtrasTools): Disposer {
  const { panel, form } = shell.panel;
  const words = AWAY_TEXTS[panel.lang] ?? AWAY_TEXTS['en'];
  if (!words) throw new Error('There are no English words for nobody being there.');
  const line = createElement('p', { class: 'away' });
  const removeStyles = adoptStyles(shell.root, css);
  form.before(line);
  const stop = effect(() => {
    const { away, consent } = client.session.value ?? {};
    const view = client.view.value;
    const isAsked = view?.status === 'open' && (view.handoff !== null || view.owner.kind !== 'assistant');
    line.hidden = !away || isAsked || consent?.granted === false;
    if (!away) return;
    const { backAt } = away;
    // An opening that has passed while the page stood says nothing any more.
    const isAhead = backAt !== null && Date.parse(backAt) > Date.now();
    const back = isAhead ? words.back.replace('{when}', chat.formatTime(Date.parse(backAt))) : '';
    line.textContent = [words.nobody, back, words.advice].filter(Boolean).join(' ');
  });
  return () => {
    stop();
    line.remove();
    removeStyles();
  };
}
