import type { PendingMessage } from '@baton/client';
import type { MessageView } from '@baton/shared-types';
import type { ComponentChildren } from 'preact';
import { describeError } from '../../api/describe-error.js';
import { clockTime, fullTime } from '../../i18n/format-time.js';
import { texts } from '../../i18n/texts.js';
import { Button } from '../../ui/button.js';
import { ELEMENT_IDS } from '../../ui/element-ids.js';
import { Icon, type IconName } from '../../ui/icon.js';
import type { OpenFile } from '../workspace/desk-model.js';
import type { FileProps } from './file-props.js';
import { MarkedText } from './marked-text.js';
import { SentFile } from './sent-file.js';
import './message.css';

export function Message({
  message,
  continued,
  desk,
  file,
}: FileProps & { message: MessageView; continued: boolean }) {
  const words = texts().conversation;
  const { actor } = message;
  const label = desk.inbox.rowOf(file.conversation.conversationId)?.label;
  return (
    <article
      id={ELEMENT_IDS.message(message.messageId)}
      class={`message ${actor.kind} ${continued ? 'continued' : ''}`}
      tabIndex={-1}
    >
      {!continued && (
        <Speaker message={message} visitor={label ?? words.visitor} me={desk.inbox.me} file={file} />
      )}
      <div class="bubble" dir="auto" title={fullTime(message.at)}>
        {message.files?.map((sent) => (
          <SentFile key={sent.fileId} sent={sent} address={file.addressOf(sent.fileId)} />
        )) ?? <MarkedText message={message} file={file} />}
      </div>
      <Remarks message={message} file={file} continued={continued} />
    </article>
  );
}

/** What a reader must know about a message beyond its words; most need nothing. */
function Remarks(props: { message: MessageView; file: OpenFile; continued: boolean }) {
  const { message, file, continued } = props;
  const words = texts().conversation;
  const isUnasked = continued && message.actor.kind === 'assistant';
  if (!isUnasked && !message.interrupted && message.citations.length === 0) return null;
  return (
    <footer>
      {message.interrupted && <span class="interrupted">{words.interrupted}</span>}
      {message.citations.length > 0 && (
        <span>
          {words.sources} {message.citations.map((citation) => citation.title).join(', ')}
        </span>
      )}
      {isUnasked && <WhyButton message={message} file={file} />}
    </footer>
  );
}

/** Why the assistant said this; in the line of the speaker where there is one, so that it takes no room of its own. */
function WhyButton({ message, file }: { message: MessageView; file: OpenFile }) {
  const words = texts();
  return (
    <button
      type="button"
      class="why-button"
      aria-label={words.common.whyOf(words.conversation.assistant)}
      onClick={() => file.askWhy(`reply:${message.messageId}`)}
    >
      {words.common.why}
    </button>
  );
}

/** Text on its way from the assistant; it grows at the end and never moves what stands. */
export function StreamingLine({ text, continued }: { text: string; continued: boolean }) {
  return (
    <article class={`message assistant streaming ${continued ? 'continued' : ''}`}>
      {!continued && <SpeakerLine icon="spark" name={texts().conversation.assistant} />}
      <div class="bubble" dir="auto">
        {text}
        <span class="caret" aria-hidden="true" />
      </div>
    </article>
  );
}

export function PendingLine({ message, file }: { message: PendingMessage; file: OpenFile }) {
  const words = texts();
  const { conversation } = file.conversation;
  return (
    <article class={`message agent pending ${message.state}`}>
      <div class="bubble" dir="auto">
        {message.text}
      </div>
      {message.state === 'failed' ? (
        <footer>
          <span class="failed" role="alert">
            {words.conversation.failed} {message.error && describeError(message.error, words)}
          </span>
          <Button small onClick={() => conversation.retry(message.clientId)}>
            {words.common.retry}
          </Button>
          <Button small look="quiet" onClick={() => conversation.discard(message.clientId)}>
            {words.conversation.discard}
          </Button>
        </footer>
      ) : (
        <footer>{message.state === 'queued' ? words.conversation.queued : words.conversation.sending}</footer>
      )}
    </article>
  );
}

function Speaker(props: { message: MessageView; visitor: string; me: string; file: OpenFile }) {
  const { message, visitor, me, file } = props;
  const words = texts();
  const { actor, at, origin } = message;
  switch (actor.kind) {
    case 'visitor':
      return <SpeakerLine icon="person" name={visitor} at={at} />;
    case 'agent':
      return <SpeakerLine icon="person" name={actor.id === me ? words.common.you : actor.name} at={at} />;
    case 'assistant':
      return (
        <SpeakerLine
          icon="spark"
          name={words.conversation.assistant}
          at={at}
          note={words.conversation.origin[origin]}
          why={<WhyButton message={message} file={file} />}
        />
      );
    case 'system':
      return <SpeakerLine icon="steps" name={words.conversation.system} at={at} />;
  }
}

function SpeakerLine(props: {
  readonly icon: IconName;
  readonly name: string;
  readonly at?: string;
  readonly note?: string;
  readonly why?: ComponentChildren;
}) {
  const { icon, name, at, note, why } = props;
  return (
    <header class="speaker">
      <Icon name={icon} />
      <bdi class="speaker-name">{name}</bdi>
      {note && <span class="speaker-note">{note}</span>}
      {at && <time dateTime={at}>{clockTime(at)}</time>}
      {why}
    </header>
  );
}
