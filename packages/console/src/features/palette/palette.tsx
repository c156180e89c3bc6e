import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { texts } from '../../i18n/texts.js';
import type { Place } from '../../paths.js';
import { Icon } from '../../ui/icon.js';
import type { DeskModel } from '../workspace/desk-model.js';
import { type PaletteActs, type PaletteItem, paletteItems } from './palette-items.js';
import './palette.css';

interface PaletteProps {
  readonly desk: DeskModel;
  readonly place: Place;
  readonly acts: PaletteActs;
  readonly onClose: () => void;
}

/** One field that goes anywhere and does anything. The focus stays in it; arrows choose. */
export function Palette({ desk, place, acts, onClose }: PaletteProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const query = useSignal('');
  const chosen = useSignal(0);
  const words = texts().palette;
  const items = paletteItems(desk, place, acts, query.value);
  const current = Math.min(chosen.value, Math.max(0, items.length - 1));

  useEffect(() => {
    dialog.current?.showModal();
    return () => dialog.current?.close();
  }, []);
  useEffect(() => {
    dialog.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [current, query.value]);

  function run(item: PaletteItem | undefined) {
    if (!item) return;
    // The focus goes back first, so that what is done may move it on.
    dialog.current?.close();
    item.run();
  }

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc is the native key for the same; the click is on the backdrop.
    <dialog
      ref={dialog}
      class="dialog palette"
      aria-label={words.title}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === dialog.current) dialog.current?.close();
      }}
    >
      <div class="palette-field">
        <Icon name="search" />
        <input
          type="text"
          role="combobox"
          aria-expanded="true"
          aria-controls="palette-list"
          aria-activedescendant={items.length > 0 ? `palette-${current}` : undefined}
          aria-autocomplete="list"
          aria-label={words.title}
          placeholder={words.placeholder}
          autocomplete="off"
          spellcheck={false}
          value={query.value}
          onInput={(event) => {
            query.value = event.currentTarget.value;
            chosen.value = 0;
          }}
          onKeyDown={(event) => {
            const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
            if (step !== 0 && items.length > 0) chosen.value = (current + step + items.length) % items.length;
            else if (event.key === 'Enter' && !event.isComposing) run(items[current]);
            else return;
            event.preventDefault();
          }}
        />
      </div>
      <div id="palette-list" role="listbox" aria-label={words.title} class="palette-list scroll">
        {items.map((item, place) => (
          <Line
            key={item.key}
            item={item}
            id={`palette-${place}`}
            isChosen={place === current}
            begins={items[place - 1]?.group !== item.group}
            onRun={() => run(item)}
          />
        ))}
      </div>
      <p class="palette-hint muted" role="status">
        {items.length === 0 ? words.none : words.hint}
      </p>
    </dialog>
  );
}

function Line(props: {
  readonly item: PaletteItem;
  readonly id: string;
  readonly isChosen: boolean;
  readonly begins: boolean;
  readonly onRun: () => void;
}) {
  const { item, id, isChosen, begins, onRun } = props;
  return (
    <>
      {begins && (
        <div class="palette-group muted" role="presentation">
          {texts().palette.groups[item.group]}
        </div>
      )}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the field that keeps the focus handles the keys. */}
      <div id={id} role="option" class="palette-line" aria-selected={isChosen} onClick={onRun}>
        <Icon name={item.icon} />
        <span class="palette-label" dir="auto">
          {item.label}
        </span>
        {item.note && <span class="muted palette-note">{item.note}</span>}
        {item.keyHint && <kbd>{item.keyHint}</kbd>}
      </div>
    </>
  );
}
