import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { texts } from '../../i18n/texts.js';
import { Button } from '../../ui/button.js';
import { ELEMENT_IDS } from '../../ui/element-ids.js';
import { Icon } from '../../ui/icon.js';
import { gapsIn } from '../snippets/fill-snippet.js';
import { SNIPPET_MENU_ID, SnippetMenu } from '../snippets/snippet-menu.js';
import { snippetValues } from '../snippets/snippet-values.js';
import { useSnippetMenu } from '../snippets/use-snippet-menu.js';
import type { DeskModel, OpenFile } from '../workspace/desk-model.js';
import { AlreadySaidNote } from './already-said.js';
import { AttachButton } from './attach-button.js';
import { fileEvents } from './file-events.js';
import type { FileProps } from './file-props.js';
import { NoteForm } from './note-form.js';
import { OutgoingList } from './outgoing-list.js';
import type { Standing } from './standing.js';
import { SuggestedReply } from './suggested-reply.js';
import './composer.css';

/** The counter appears when this many characters are left. */
const COUNT_FROM = 400;

/** Only the owner writes; everybody else reads why not. */
export function Composer({ desk, file }: FileProps) {
  const { standing, noting } = file.conversation;
  if (noting.value) return <NoteForm desk={desk} file={file} onDone={() => leaveNote(desk, file)} />;
  // An offer says in its own banner that it must be accepted first.
  if (standing.value.kind === 'loading' || standing.value.kind === 'offered') return null;
  if (standing.value.kind !== 'mine') {
    return (
      <p class="composer-locked">
        <Icon name="chat" />
        <span>{lockedWords(standing.value)}</span>
      </p>
    );
  }
  return (
    <>
      <AlreadySaidNote desk={desk} file={file} />
      <SuggestedReply desk={desk} file={file} />
      <ComposerField desk={desk} file={file} />
    </>
  );
}

function ComposerField({ desk, file }: FileProps) {
  const { conversation } = file;
  const words = texts();
  const field = useRef<HTMLTextAreaElement>(null);
  const menu = useSnippetMenu(desk, file, field);
  const dropping = useSignal(false);
  const draft = conversation.draft.value;
  const left = conversation.charactersLeft.value;
  const gaps = gapsIn(draft, snippetValues(desk, file));

  // Grows with the text; CSS stops it at six lines.
  useLayoutEffect(() => {
    const element = field.current;
    if (!element) return;
    element.style.height = 'auto';
    element.style.height = `${element.scrollHeight + 2}px`;
  }, [draft]);

  function send() {
    if (gaps.length === 0) conversation.send();
    field.current?.focus();
  }

  return (
    <div class={`composer-wrap ${dropping.value ? 'dropping' : ''}`}>
      <OutgoingList outgoing={file.outgoing} />
      {menu.open && <SnippetMenu found={menu.found} chosen={menu.chosen} onChoose={menu.choose} />}
      {gaps.length > 0 && (
        <p class="snippet-gaps" role="status">
          {words.snippets.gaps(gaps.map((name) => words.snippets.variables[name]).join(', '))}
        </p>
      )}
      <form
        class="composer"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <AttachButton onChoose={file.outgoing.send} />
        <textarea
          ref={field}
          id={ELEMENT_IDS.composer}
          rows={1}
          dir="auto"
          aria-label={words.composer.label}
          aria-describedby="composer-count"
          aria-invalid={left < 0 || undefined}
          aria-autocomplete="list"
          aria-controls={menu.open && menu.found.length > 0 ? SNIPPET_MENU_ID : undefined}
          aria-activedescendant={
            menu.open && menu.found.length > 0 ? `${SNIPPET_MENU_ID}-${menu.chosen}` : undefined
          }
          placeholder={words.composer.placeholder}
          value={draft}
          onInput={(event) => {
            conversation.edit(event.currentTarget.value);
            menu.look();
          }}
          onBlur={() => {
            conversation.conversation.setTyping(false);
            menu.close();
          }}
          {...fileEvents(file.outgoing.send, dropping)}
          onKeyDown={(event) => {
            // An input method uses Enter to choose a word: that must not send.
            if (event.isComposing || menu.onKey(event)) return;
            if (event.key !== 'Enter' || event.shiftKey) return;
            event.preventDefault();
            send();
          }}
        />
        <Button
          type="submit"
          look="primary"
          icon="send"
          label={words.composer.send}
          disabled={draft.trim() === '' || left < 0 || gaps.length > 0}
        />
        <span id="composer-count" class={`composer-count ${left < 0 ? 'over' : ''}`}>
          {left < 0 ? words.composer.over(-left) : left < COUNT_FROM ? words.composer.left(left) : ''}
        </span>
      </form>
    </div>
  );
}

/** Back to where replies are written. */
function leaveNote(desk: DeskModel, file: OpenFile) {
  file.conversation.noting.value = false;
  desk.platform.environment.setTimer(() => desk.platform.focus(ELEMENT_IDS.composer), 0);
}

function lockedWords(standing: Exclude<Standing, { kind: 'mine' | 'loading' | 'offered' }>): string {
  const words = texts().composer.locked;
  return standing.kind === 'colleague' ? words.colleague(standing.name) : words[standing.kind];
}
