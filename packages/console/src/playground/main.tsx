import { render } from 'preact';
import { mountConsole } from '../mount-console.js';
import { createBrowserPlatform } from '../platform/browser-platform.js';
import { Controls } from './controls.js';
import { SCENES, setStage } from './scenes.js';
import { createScriptedAgentClient } from './scripted-agent-client.js';
import { createScriptedConsoleApi } from './scripted-console-api.js';

// ?scene= chooses the state, ?lang= the language, ?bare hides the controls.
const query = new URLSearchParams(location.search);
const scene = SCENES.find((candidate) => candidate === query.get('scene')) ?? 'desk';
const language = query.get('lang');
const { workspace, script } = setStage(scene, Date.now());
const platform = createBrowserPlatform();

await mountConsole({
  platform: { ...platform, languages: () => (language ? [language] : platform.languages()) },
  api: createScriptedConsoleApi(workspace, script),
  createClient: () => createScriptedAgentClient(workspace),
});

const controls = document.getElementById('controls');
if (controls && !query.has('bare')) render(<Controls scene={scene} workspace={workspace} />, controls);
