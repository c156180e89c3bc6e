import { fill } from '../../i18n/fill.js';
import type { Chat } from '../chat.js';
import { Dots } from './dots.js';

/** Somebody on the other side is writing. Gone once their words appear. */
export function Typing({ chat: { model, texts, assistant } }: { chat: Chat }) {
  const peer = model.client.peerTyping.value;
  if (!peer || peer.who === 'visitor' || model.client.streaming.value) return null;
  return (
    <p class="typing">
      <Dots />
      {fill(texts.typing, { name: peer.name ?? (assistant.value || texts.assistant) })}
    </p>
  );
}
