import { fill } from '../../i18n/fill.js';
import type { Chat } from '../chat.js';

/**
 * Says before anybody asks for a person that none is there, when somebody is back, and what to do meanwhile. Gone once
 * the conversation itself says it better: a person was asked for, or has come.
 */
export function Away({ chat: { model, fixed, formatTime } }: { chat: Chat }) {
  const { away, consent } = model.client.session.value ?? {};
  const view = model.client.view.value;
  const isAsked = view?.status === 'open' && (view.handoff !== null || view.owner.kind !== 'assistant');
  if (!away || isAsked || consent?.granted === false) return null;
  const backAt = Date.parse(away.backAt ?? '');
  // An opening that has passed while the page stood says nothing any more.
  const back = backAt > Date.now() ? `${fill(fixed.back, { when: formatTime(backAt) })} ` : '';
  return <p class="away">{`${fixed.nobody} ${back}${fixed.advice}`}</p>;
}
