import { browserEnvironment, guardStorage } from '@baton/client';
import { createEmitter } from '../api/emitter.js';
import { createWidget } from '../loader/create-widget.js';
import { createShadowHost, defineShadowHost } from '../platform/shadow-host.js';
import { mountChat } from '../ui/mount-chat.js';
import { pageAddress, setPageLanguage, showLinks } from './playground-page.js';
import { SCENES } from './scenes.js';
import { createScriptedClient } from './scripted-client.js';

/** `?scene=agent&locale=de&theme=dark&color=teal&label=Ask&open=1` chooses what is shown. */
const wanted = pageAddress().searchParams;
const name = wanted.get('scene') ?? 'empty';
const client = createScriptedClient();
setPageLanguage(wanted.get('locale') ?? 'en');
showLinks(Object.keys(SCENES));

const theme = wanted.get('theme');
const host = createShadowHost();
defineShadowHost(() => undefined);
const widget = createWidget(
  {
    site: `playground ${name}`,
    server: pageAddress().origin,
    color: wanted.get('color') ?? '',
    position: wanted.get('position') === 'start' ? 'start' : 'end',
    label: wanted.get('label') ?? '',
    locale: wanted.get('locale') ?? 'en',
    theme: theme === 'dark' || theme === 'light' ? theme : 'auto',
  },
  {
    host,
    emitter: createEmitter(),
    given: [],
    unknownCalls: [],
    loadChat: async () => ({
      mountChat: (shell) =>
        mountChat(shell, client, {
          storage: guardStorage(browserEnvironment().storage),
          setContext: () => undefined,
        }),
    }),
  },
);
SCENES[name]?.(client);
if (wanted.has('open')) widget.open();
