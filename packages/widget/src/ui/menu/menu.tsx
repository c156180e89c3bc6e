import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Chat } from '../chat.js';
import { Icon, PATH } from '../icon/icon.js';
import { nameOf } from '../thread/message-group.js';

/** The small menu of the header: what was noted, the transcript, sound, the end. There once there is a chat. */
export function Menu({ chat }: { chat: Chat }) {
  const { model, texts, moveFocusOn, sound } = chat;
  const open = useSignal(false);
  const list = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  useEffect(() => list.current?.querySelector('button')?.focus(), [open.value]);
  const view = model.client.view.value;
  const extras = chat.extras(open.value);
  if (!view) return null;
  const close = (then: () => void) => {
    open.value = false;
    then();
  };
  const backToOpener = () => opener.current?.focus();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' || event.key === 'Tab') {
      event.stopPropagation();
      close(backToOpener);
      return;
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const items: (EventTarget | null)[] = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = items.indexOf(event.target);
    const next = items.at((at + step) % items.length);
    if (next instanceof HTMLElement) next.focus();
  };
  const download = () => {
    const words = {
      nameOf: (speaker: Parameters<typeof nameOf>[0]) => nameOf(speaker, chat),
      timeOf: chat.formatTime,
    };
    extras?.downloadText('chat.txt', extras.transcript(view, words));
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
  return (
    <>
      <button
        ref={opener}
        type="button"
        class="icon-button"
        aria-label={texts.menu}
        aria-haspopup="menu"
        aria-expanded={open.value}
        onClick={() => {
          open.value = !open.value;
        }}
      >
        <Icon path={PATH.more} />
      </button>
      {open.value && (
        <div ref={list} class="menu" role="menu" aria-label={texts.menu} onKeyDown={onKeyDown}>
          <button type="button" role="menuitem" onClick={() => close(() => model.showCard(true))}>
            {texts.card}
          </button>
          <button type="button" role="menuitem" onClick={() => close(download)}>
            {texts.download}
          </button>
          <button
            type="button"
            role="menuitemcheckbox"
            aria-checked={sound.value}
            onClick={() => close(toggleSound)}
          >
            {texts.sound}
          </button>
          {view.status === 'open' && (
            <button type="button" role="menuitem" class="danger" onClick={() => close(end)}>
              {texts.end}
            </button>
          )}
        </div>
      )}
    </>
  );
}
