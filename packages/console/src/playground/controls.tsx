import { ERRORS } from '@baton/shared-types';
import { fakeId } from './fake-ids.js';
import { SCENES, type Scene } from './scenes.js';
import type { ScriptedWorkspace } from './scripted-agent-client.js';
import { COLLEAGUE, giveTo, offer, qualifiedStory, visitorSays } from './stories.js';
import './playground.css';

const STREAMED =
  'Yes, that works. Each team keeps its own view, and everybody sees what was promised. Shall I ask a colleague to show you?';
const WORD_MS = 90;

/** Buttons that make things happen in the scripted workspace. */
export function Controls({ scene, workspace }: { scene: Scene; workspace: ScriptedWorkspace }) {
  const { conversations, connection } = workspace;
  const assistantOwned = () =>
    conversations.value.find((held) => held.view.value?.owner.kind === 'assistant');
  return (
    <aside class="controls" aria-label="Playground">
      <select
        value={scene}
        aria-label="Scene"
        onChange={(event) => location.assign(`/console/?scene=${event.currentTarget.value}`)}
      >
        {SCENES.map((candidate) => (
          <option key={candidate}>{candidate}</option>
        ))}
      </select>
      <button
        type="button"
        onClick={() => {
          const held = qualifiedStory(
            500 + conversations.value.length,
            Date.now() - 200_000,
            'Rosa Lindqvist',
          );
          held.at = Date.now();
          offer(held, 'qualified', Date.now());
          conversations.value = [held, ...conversations.value];
        }}
      >
        New offer
      </button>
      <button
        type="button"
        onClick={() => {
          for (const held of conversations.value)
            if (held.view.value?.handoff?.state === 'offered') giveTo(held, COLLEAGUE);
        }}
      >
        Colleague takes offers
      </button>
      <button
        type="button"
        onClick={() => {
          for (const held of conversations.value)
            if (held.view.value?.status === 'open') visitorSays(held, 'Are you still there?', Date.now());
        }}
      >
        Visitors write
      </button>
      <button
        type="button"
        onClick={() => {
          const held = assistantOwned();
          if (held) void stream(held);
        }}
      >
        Assistant streams
      </button>
      <button
        type="button"
        onClick={() => {
          connection.value =
            connection.value.kind === 'online'
              ? { kind: 'waiting', retryAt: Date.now() + 9000, attempt: 2 }
              : { kind: 'online' };
        }}
      >
        Connection on/off
      </button>
      <button
        type="button"
        onClick={() => {
          connection.value = {
            kind: 'stopped',
            error: { code: 'session_invalid', message: ERRORS.session_invalid.message },
          };
        }}
      >
        End session
      </button>
    </aside>
  );
}

async function stream(held: NonNullable<ReturnType<ScriptedWorkspace['conversations']['value']['at']>>) {
  const messageId = fakeId('msg', 900_000 + held.cursor.value);
  let text = '';
  for (const word of STREAMED.split(/(?<= )/)) {
    text += word;
    held.streaming.value = { messageId, text };
    await new Promise((resolve) => setTimeout(resolve, WORD_MS));
  }
  held.at = Date.now();
  held.say({ kind: 'assistant' }, text, { id: messageId, origin: 'model' });
  held.streaming.value = null;
}
