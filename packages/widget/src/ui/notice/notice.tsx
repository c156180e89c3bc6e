import { reloadPage } from '../../platform/host-page.js';
import type { Chat } from '../chat.js';

/** One line about the connection, while there is something to say. */
export function NoticeLine({ chat: { model, texts } }: { chat: Chat }) {
  const notice = model.notice.value;
  if (!notice) return null;
  const canReload = notice === 'outdated' || notice === 'ended' || notice === 'stopped';
  return (
    <div class={model.isEmpty.value ? 'notice alone' : 'notice'}>
      {texts[notice]}
      {canReload && (
        <button type="button" class="link" onClick={reloadPage}>
          {texts.reload}
        </button>
      )}
    </div>
  );
}
