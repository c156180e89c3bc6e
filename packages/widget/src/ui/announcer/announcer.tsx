import { plainText } from '../../core/markdown/plain-text.js';
import { speakerOf } from '../../core/thread.js';
import { fill } from '../../i18n/fill.js';
import type { Chat } from '../chat.js';
import { nameOf } from '../thread/message-group.js';
import { milestoneText } from '../thread/milestone.js';

/** The one place that speaks to screen readers: each finished message, each milestone, the connection. */
export function Announcer({ chat }: { chat: Chat }) {
  const { model, texts } = chat;
  const notice = model.notice.value;
  const words = model.arrivals.value.map((arrival) =>
    'text' in arrival
      ? fill('{name}: {text}', {
          name: nameOf(speakerOf(arrival.actor), chat),
          text: plainText(arrival.text),
        })
      : milestoneText(arrival, texts),
  );
  return (
    <>
      <div class="hidden" role="status">
        {words.join('\n')}
      </div>
      <div class="hidden" role="status">
        {notice && texts[notice]}
      </div>
    </>
  );
}
