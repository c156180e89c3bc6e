import {
  type BlockedFlag,
  browserEnvironment,
  createVisitorClient,
  fallbackTransport,
  httpTransport,
} from '@baton/client';
import { NAMESPACE } from '@baton/shared-types';
import type { PageOverride } from '../api/baton-api.js';
import type { ChatModule } from '../loader/chat-shell.js';
import { readTabStorage, writeTabStorage } from '../platform/tab-storage.js';
import { webSocketTransport } from '../platform/web-socket-transport.js';
import { mountChat as mountChatOn } from '../ui/mount-chat.js';

/** The chat chunk: connects to the server that the options name. */
export const mountChat: ChatModule['mountChat'] = (shell) => {
  const { server, site, locale } = shell.options;
  const browser = browserEnvironment();
  let override: PageOverride = {};
  const environment = {
    ...browser,
    locale: () => locale,
    page: () => ({ ...browser.page(), ...override }),
  };
  const client = createVisitorClient(
    { serverUrl: server, siteKey: site, environment },
    fallbackTransport(
      webSocketTransport(server, NAMESPACE.visitor, shell.takeSocket),
      httpTransport(server),
      blockedFlag(site),
    ),
  );
  return mountChatOn(shell, client, (page) => {
    override = page;
  });
};

/** That WebSocket is blocked here is remembered while the tab is open. */
function blockedFlag(site: string): BlockedFlag {
  const key = `baton:${site}:blocked`;
  return {
    get: () => readTabStorage(key) === '1',
    set: (on) => writeTabStorage(key, on ? '1' : ''),
  };
}
