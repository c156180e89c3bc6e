import { browserEnvironment, createVisitorClient } from '@baton/client';
import { NAMESPACE } from '@baton/shared-types';
import type { PageOverride } from '../api/baton-api.js';
import type { ChatModule } from '../loader/chat-shell.js';
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
    webSocketTransport(server, NAMESPACE.visitor, shell.takeSocket),
  );
  return mountChatOn(shell, client, (page) => {
    override = page;
  });
};
