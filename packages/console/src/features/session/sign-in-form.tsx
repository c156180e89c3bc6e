import type { ErrorCode } from '@baton/shared-types';
import { useSignal } from '@preact/signals';
import { texts } from '../../i18n/texts.js';
import { Button } from '../../ui/button.js';
import { Field } from '../../ui/field.js';
import { Note } from '../../ui/note.js';
import type { SessionModel } from './session-model.js';

export function SignInForm({
  session,
  busy,
  error,
}: {
  session: SessionModel;
  busy: boolean;
  error: ErrorCode | null;
}) {
  const email = useSignal('');
  const password = useSignal('');
  const words = texts().session;
  return (
    <form
      class="gate-form"
      onSubmit={(event) => {
        event.preventDefault();
        void session.signIn(email.value.trim(), password.value);
      }}
    >
      <div>
        <h1>{words.title}</h1>
        <p class="muted">{words.intro}</p>
      </div>
      {error && (
        <Note tone={error === 'session_invalid' ? 'warning' : 'danger'}>{texts().errors[error]}</Note>
      )}
      <Field label={words.email}>
        <input
          type="email"
          name="email"
          autocomplete="username"
          required
          value={email}
          onInput={(event) => {
            email.value = event.currentTarget.value;
          }}
        />
      </Field>
      <Field label={words.password}>
        <input
          type="password"
          name="password"
          autocomplete="current-password"
          required
          value={password}
          onInput={(event) => {
            password.value = event.currentTarget.value;
          }}
        />
      </Field>
      <Button type="submit" look="primary" busy={busy}>
        {busy ? words.submitting : words.submit}
      </Button>
    </form>
  );
}
