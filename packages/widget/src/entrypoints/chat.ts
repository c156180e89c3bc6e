import {
  type BlockedFlag,
  browserEnvironment,
  createVisitorClient,
  fallbackTransport,
  guardStorage,
  httpTransport,
} from '@baton/client';
import { NAMESPACE } from '@baton/shared-types';
import type { PageOverride } from '../api/baton-api.js';
import type { ChatModule, ChatShell } from '../loader/chat-shell.js';
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
      blockedFlag(shell),
    ),
  );
  return mountChatOn(shell, client, {
    storage: guardStorage(browser.storage),
    setContext(page) {
      override = page;
    },
  });
};

/** That WebSocket is blocked here is remembered while the tab is open. */
function blockedFlag({ tab, options }: ChatShell): BlockedFlag {
  const key = `baton:${options.site}:blocked`;
  return {
    get: () => tab.read(key) === '1',
    set: (on) => tab.write(key, on ? '1' : ''),
  };
}
