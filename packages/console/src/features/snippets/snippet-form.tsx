import { SNIPPET_VARIABLES, type Snippet, type SnippetContent } from '@baton/shared-types';
import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { describeError } from '../../api/describe-error.js';
import { texts } from '../../i18n/texts.js';
import { Button } from '../../ui/button.js';
import { Field } from '../../ui/field.js';
import { Note } from '../../ui/note.js';
import type { SnippetsModel } from './snippets-model.js';

const EMPTY: SnippetContent = { shortcut: '', title: '', text: '' };

/** Adds a canned reply, or changes the given one. */
export function SnippetForm(props: {
  readonly model: SnippetsModel;
  readonly snippet: Snippet | null;
  readonly onDone: () => void;
}) {
  const { model, snippet, onDone } = props;
  const words = texts();
  const content = useSignal<SnippetContent>(snippet ?? EMPTY);
  const field = useRef<HTMLTextAreaElement>(null);
  const set = (change: Partial<SnippetContent>) => {
    content.value = { ...content.peek(), ...change };
  };

  function insert(variable: string) {
    const { text } = content.peek();
    const start = field.current?.selectionStart ?? text.length;
    const end = field.current?.selectionEnd ?? text.length;
    set({ text: `${text.slice(0, start)}{{${variable}}}${text.slice(end)}` });
    field.current?.focus();
  }

  return (
    <form
      class="form-stack"
      onSubmit={async (event) => {
        event.preventDefault();
        const { shortcut, title, text } = content.peek();
        if (await model.save(snippet?.id ?? null, { shortcut, title, text })) onDone();
      }}
    >
      <div class="form-grid">
        <Field label={words.snippets.shortcut} hint={words.snippets.shortcutHint}>
          <input
            required
            maxLength={24}
            autocomplete="off"
            spellcheck={false}
            value={content.value.shortcut}
            onInput={(event) => set({ shortcut: event.currentTarget.value.toLowerCase() })}
          />
        </Field>
        <Field label={words.snippets.name}>
          <input
            required
            maxLength={80}
            autocomplete="off"
            value={content.value.title}
            onInput={(event) => set({ title: event.currentTarget.value })}
          />
        </Field>
      </div>
      <Field label={words.snippets.text} hint={words.snippets.textHint}>
        <textarea
          ref={field}
          required
          rows={5}
          maxLength={4000}
          dir="auto"
          value={content.value.text}
          onInput={(event) => set({ text: event.currentTarget.value })}
        />
      </Field>
      <div class="snippet-variables">
        {SNIPPET_VARIABLES.map((name) => (
          <Button
            key={name}
            small
            label={words.snippets.insert(words.snippets.variables[name])}
            onClick={() => insert(name)}
          >
            {words.snippets.variables[name]}
          </Button>
        ))}
      </div>
      {model.failure.value && (
        <Note tone="danger">
          {describeError(model.failure.value, words)} {model.failure.value.details?.join(' ')}
        </Note>
      )}
      <div class="dialog-actions">
        <Button onClick={onDone}>{words.common.cancel}</Button>
        <Button type="submit" look="primary" busy={model.busy.value}>
          {words.common.save}
        </Button>
      </div>
    </form>
  );
}
