import type { MessageView } from '@baton/shared-types';
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { speakerOf } from '../../core/thread.js';
import { transcript } from '../../core/transcript.js';
import { downloadText } from '../../platform/download-text.js';
import type { Chat } from '../chat.js';
import { Icon, PATH } from '../icon/icon.js';
import { nameOf } from '../thread/message-group.js';

/**
 * What is behind the three dots: what was noted, the transcript, sound, the end. There once there is a chat. Plain buttons
 * that Tab walks through: it shuts when the focus goes elsewhere.
 */
export function Menu({ chat }: { chat: Chat }) {
  const { model, texts, moveFocusOn, sound } = chat;
  const open = useSignal(false);
  const list = useRef<HTMLFieldSetElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  useEffect(() => list.current?.querySelector('button')?.focus(), [open.value]);
  const view = model.client.view.value;
  if (!view) return null;
  const close = (then: () => void) => {
    open.value = false;
    then();
  };
  const backToOpener = () => opener.current?.focus();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    close(backToOpener);
  };
  // Without a target it was a click, perhaps on the next button: Safari gives those no focus.
  const onBlur = ({ relatedTarget: to }: FocusEvent) => {
    if (to instanceof Node && to !== opener.current && !list.current?.contains(to)) open.value = false;
  };
  const download = () => {
    const name = (actor: MessageView['actor']) => nameOf(speakerOf(actor), chat);
    downloadText('chat.txt', transcript(view, name, chat.formatTime));
    backToOpener();
  };
  const end = () => {
    model.endChat();
    moveFocusOn();
  };
  const toggleSound = () => {
    sound.value = !sound.value;
    backToOpener();
  };
  const item = (words: string, run: () => void, more?: object) => (
    <button type="button" {...more} onBlur={onBlur} onClick={() => close(run)}>
      {words}
    </button>
  );
  return (
    <>
      <button
        ref={opener}
        type="button"
        class="icon-button"
        aria-label={texts.menu}
        aria-expanded={open.value}
        onClick={() => {
          open.value = !open.value;
        }}
      >
        <Icon path={PATH.more} />
      </button>
      {open.value && (
        <fieldset ref={list} class="menu" aria-label={texts.menu} onKeyDown={onKeyDown}>
          {item(texts.card, () => model.showCard(true))}
          {item(texts.download, download)}
          {item(texts.sound, toggleSound, { 'aria-pressed': sound.value })}
          {view.status === 'open' && item(texts.end, end, { class: 'danger' })}
        </fieldset>
      )}
    </>
  );
}
