import { texts } from '../../i18n/texts.js';
import { ScrollBox } from '../../ui/scroll-box.js';
import { diffHunks, diffLines } from './diff-lines.js';

/** The changes between two texts, with a sign for those who see no colour and a word for those who see none. */
export function ChangedLines({ before, after }: { before: string; after: string }) {
  const words = texts().studio.changes;
  const lines = diffLines(before, after);
  const added = lines.filter(({ kind }) => kind === 'added').length;
  const removed = lines.filter(({ kind }) => kind === 'removed').length;
  if (added + removed === 0) return <p class="muted">{words.none}</p>;
  return (
    <>
      <p>{words.count(added, removed)}</p>
      <ScrollBox class="diff" label={texts().studio.tabs.changes}>
        <ol>
          {diffHunks(lines).map((line, place) =>
            line === null ? (
              <li key={`gap ${place}`} class="diff-gap" aria-hidden="true">
                ⋯
              </li>
            ) : (
              <li key={`${line.kind} ${line.line}`} class={line.kind}>
                <span class="diff-line">{line.line}</span>
                <span class="diff-sign" aria-hidden="true">
                  {line.kind === 'added' ? '+' : line.kind === 'removed' ? '−' : ' '}
                </span>
                {line.kind !== 'same' && <span class="hidden-visually">{words[line.kind]}: </span>}
                <span dir="auto">{line.text}</span>
              </li>
            ),
          )}
        </ol>
      </ScrollBox>
    </>
  );
}
