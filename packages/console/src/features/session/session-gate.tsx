import { texts } from '../../i18n/texts.js';
import { Button } from '../../ui/button.js';
import { Logo } from '../../ui/logo.js';
import { Note } from '../../ui/note.js';
import { Skeleton } from '../../ui/skeleton.js';
import type { SessionModel, SessionState } from './session-model.js';
import { SignInForm } from './sign-in-form.js';
import './session.css';

/** What stands before the desk: looking for a session, the sign-in form, or a link that has been used. */
export function SessionGate(props: {
  session: SessionModel;
  state: Exclude<SessionState, { kind: 'signed_in' }>;
}) {
  return (
    <main class="gate">
      <div class="gate-card">
        <div class="gate-brand">
          <Logo />
          <span>{texts().product}</span>
        </div>
        <GateBody {...props} />
      </div>
    </main>
  );
}

function GateBody({
  session,
  state,
}: {
  session: SessionModel;
  state: Exclude<SessionState, { kind: 'signed_in' }>;
}) {
  const words = texts().session;
  switch (state.kind) {
    case 'checking':
      return <Skeleton lines={4} />;
    case 'unreachable':
      return (
        <Note
          tone="warning"
          action={<Button onClick={() => void session.start(null)}>{texts().common.retry}</Button>}
        >
          {words.unreachable}
        </Note>
      );
    case 'link_used':
      return (
        <>
          <h1>{words.linkUsedTitle}</h1>
          <p class="muted">{words.linkUsedBody}</p>
          <Button look="primary" onClick={() => session.toPassword()}>
            {words.byPassword}
          </Button>
        </>
      );
    case 'signed_out':
      return <SignInForm session={session} busy={state.busy} error={state.error} />;
  }
}
