import { texts } from '../../i18n/texts.js';
import { Dialog } from '../../ui/dialog.js';
import { SHORTCUTS } from './shortcuts.js';
import './shortcuts.css';

export function ShortcutSheet({ onClose }: { onClose: () => void }) {
  const words = texts().shortcuts;
  return (
    <Dialog title={words.title} onClose={onClose}>
      <dl class="shortcuts">
        {SHORTCUTS.map(({ act, keys }) => (
          <Line key={act} keys={keys} meaning={words[act]} />
        ))}
        <Line keys={['Ctrl + K', '⌘ K']} meaning={words.palette} />
        <Line keys={['/']} meaning={words.snippet} />
        <Line keys={['Enter']} meaning={words.send} />
        <Line keys={['Shift + Enter']} meaning={words.lineBreak} />
      </dl>
    </Dialog>
  );
}

function Line({ keys, meaning }: { keys: readonly string[]; meaning: string }) {
  return (
    <div>
      <dt>
        {keys.map((key, place) => (
          <span key={key}>
            {place > 0 && <span class="muted"> {texts().shortcuts.or} </span>}
            <kbd>{key}</kbd>
          </span>
        ))}
      </dt>
      <dd>{meaning}</dd>
    </div>
  );
}
