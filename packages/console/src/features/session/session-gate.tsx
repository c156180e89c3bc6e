import { texts } from '../../i18n/texts.js';
import { Button } from '../../ui/button.js';
import { Logo } from '../../ui/logo.js';
import { Note } from '../../ui/note.js';
import { Skeleton } from '../../ui/skeleton.js';
import type { SessionModel, SessionState } from './session-model.js';
import { SignInForm } from './sign-in-form.js';
import './session.css';

type GateState = Exclude<SessionState, { kind: 'signed_in' }>;

/** What stands before the desk: looking for a session, the sign-in form, or a link that has been used. */
export function SessionGate({ session, state }: { session: SessionModel; state: GateState }) {
  return (
    <main class="gate">
      <div class="gate-card">
        <GateBrand state={state} />
        <GateBody session={session} state={state} />
      </div>
    </main>
  );
}

/** The page's heading, unless the state below brings one of its own. */
function GateBrand({ state }: { state: GateState }) {
  const Heading = state.kind === 'checking' || state.kind === 'unreachable' ? 'h1' : 'p';
  return (
    <Heading class="gate-brand">
      <Logo />
      {texts().product}
    </Heading>
  );
}

function GateBody({ session, state }: { session: SessionModel; state: GateState }) {
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
