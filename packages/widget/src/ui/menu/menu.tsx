import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Chat } from '../chat.js';
import { Icon, PATH } from '../icon/icon.js';

/** The small menu of the header: end the chat, asked twice. There only while there is a chat to end. */
export function Menu({ chat: { model, texts, moveFocusOn } }: { chat: Chat }) {
  const open = useSignal(false);
  const list = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  useEffect(() => list.current?.querySelector('button')?.focus(), [open.value]);
  if (model.client.view.value?.status !== 'open') return null;

  const close = (then?: () => void) => {
    open.value = false;
    then?.();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const target = event.target instanceof HTMLElement ? event.target : null;
    const sibling = target?.nextElementSibling ?? target?.previousElementSibling;
    if (event.key === 'Escape' || event.key === 'Tab') {
      event.stopPropagation();
      close(() => opener.current?.focus());
    } else if (/^Arrow(Up|Down)$/.test(event.key) && sibling instanceof HTMLElement) {
      event.preventDefault();
      sibling.focus();
    }
  };
  const end = () => {
    model.endChat();
    close(moveFocusOn);
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
          <button type="button" role="menuitem" onClick={() => close(moveFocusOn)}>
            {texts.keep}
          </button>
          <button type="button" role="menuitem" class="danger" onClick={end}>
            {texts.end}
          </button>
        </div>
      )}
    </>
  );
}
