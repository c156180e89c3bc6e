import { texts } from '../../i18n/texts.js';
import { Icon } from '../../ui/icon.js';

export function NoConversation() {
  const words = texts().conversation;
  return (
    <section class="pane conversation-pane no-conversation">
      <Icon name="chat" size={20} />
      <h2>{words.none}</h2>
      <p class="muted">{words.noneHint}</p>
    </section>
  );
}
