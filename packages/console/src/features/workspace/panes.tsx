import { texts } from '../../i18n/texts.js';
import { BundlePane } from '../bundle/bundle-pane.js';
import { ConversationPane } from '../conversation/conversation-pane.js';
import { Inbox } from '../inbox/inbox.js';
import type { DeskModel } from './desk-model.js';
import { Divider } from './divider.js';
import { NoConversation } from './no-conversation.js';

/** Inbox, conversation, bundle. CSS shows three, two or one of them; `data-front` says which matters now. */
export function Panes({ desk }: { desk: DeskModel }) {
  const { panes } = desk;
  const file = desk.file.value;
  const words = texts().panes;
  return (
    <main
      class="panes"
      data-front={panes.front.value}
      data-open={file ? 'yes' : 'no'}
      style={{ '--inbox': `${panes.inboxWidth.value}px`, '--bundle': `${panes.bundleWidth.value}px` }}
    >
      <Inbox desk={desk} />
      <Divider pane="inbox" width={panes.inboxWidth} label={words.resizeInbox} />
      {file ? (
        <>
          <ConversationPane key={`c-${file.conversation.conversationId}`} desk={desk} file={file} />
          <Divider pane="bundle" width={panes.bundleWidth} label={words.resizeBundle} />
          <BundlePane key={`b-${file.conversation.conversationId}`} desk={desk} file={file} />
        </>
      ) : (
        <NoConversation />
      )}
    </main>
  );
}
