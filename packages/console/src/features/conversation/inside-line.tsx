import type { NoteView, OverrideLine } from '@baton/shared-types';
import { clockTime, fullTime } from '../../i18n/format-time.js';
import { texts } from '../../i18n/texts.js';
import { Icon } from '../../ui/icon.js';
import { JsonDetails } from '../../ui/json-details.js';
import type { OpenFile } from '../workspace/desk-model.js';

/** A note between the messages, marked as what the visitor does not see. */
export function NoteLine({ note }: { note: NoteView }) {
  const words = texts().acts;
  const who = note.actor.kind === 'agent' ? note.actor.name : texts().conversation[note.actor.kind];
  return (
    <article class="inside-note">
      <header class="speaker">
        <Icon name="lock" />
        <bdi class="speaker-name">{who}</bdi>
        <span>{words.notes[note.kind]}</span>
        <time dateTime={note.at} title={fullTime(note.at)}>
          {clockTime(note.at)}
        </time>
      </header>
      <p dir="auto">{note.text}</p>
    </article>
  );
}

/** What a person changed against the machine, in a sentence with its reason. */
export function OverrideLineView({ line, file }: { line: OverrideLine; file: OpenFile }) {
  return (
    <details class="decision">
      <summary>
        <Icon name="pencil" />
        <span dir="auto">{overrideSentence(line, file.labelOf)}</span>
        <span class="why">{texts().common.why}</span>
      </summary>
      <ul>
        <li dir="auto">{texts().bundle.because(line.override.reason)}</li>
      </ul>
      <JsonDetails value={line.override} />
    </details>
  );
}

export function overrideSentence(
  { actor, override }: OverrideLine,
  labelOf: (key: string) => string,
): string {
  const words = texts().acts;
  const who = actor.kind === 'agent' ? actor.name : texts().conversation[actor.kind];
  switch (override.kind) {
    case 'slot':
      return words.overrides.slot(
        who,
        labelOf(override.key),
        override.before ?? words.nothing,
        override.after ?? words.nothing,
      );
    case 'classification':
      return words.overrides.classification(who);
    case 'route':
      return words.overrides.route(who, override.after);
    case 'automation':
      return words.overrides.automation(who, override.paused);
    case 'barge_in':
      return words.overrides.barge_in(who, override.from);
  }
}
