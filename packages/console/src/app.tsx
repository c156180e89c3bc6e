import type { ConversationId, SignedInAgent } from '@baton/shared-types';
import type { Signal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { LocationProvider, useLocation } from 'preact-iso';
import type { ConsoleParts } from './console-parts.js';
import { SessionGate } from './features/session/session-gate.js';
import type { SessionModel } from './features/session/session-model.js';
import { createDeskModel, type DeskModel } from './features/workspace/desk-model.js';
import { Workspace } from './features/workspace/workspace.js';
import { PATHS } from './paths.js';
import type { Theme } from './platform/platform.js';

interface AppProps {
  readonly parts: ConsoleParts;
  readonly session: SessionModel;
  readonly theme: Signal<Theme>;
}

export function App({ parts, session, theme }: AppProps) {
  const state = session.state.value;
  return (
    <LocationProvider scope={PATHS.home}>
      {state.kind === 'signed_in' ? (
        <Desk key={state.agent.id} parts={parts} session={session} theme={theme} agent={state.agent} />
      ) : (
        <SessionGate session={session} state={state} />
      )}
    </LocationProvider>
  );
}

/** Builds the desk at sign-in and clears it at sign-out. */
function Desk({ parts, session, theme, agent }: AppProps & { agent: SignedInAgent }) {
  const { route } = useLocation();
  const [desk, setDesk] = useState<DeskModel | null>(null);
  useEffect(() => {
    const made = createDeskModel({
      agent,
      client: parts.createClient(),
      api: parts.api,
      platform: parts.platform,
      onOpen: (id: ConversationId) => route(PATHS.conversation(id)),
      onSessionEnded: () => session.end(),
    });
    setDesk(made);
    return () => made.dispose();
  }, []);
  if (!desk) return null;
  return (
    <Workspace
      desk={desk}
      api={parts.api}
      theme={theme}
      onSignOut={() => {
        desk.forget();
        return session.signOut();
      }}
    />
  );
}
