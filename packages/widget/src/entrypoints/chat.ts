import { browserEnvironment, createVisitorClient } from '@baton/client';
import { NAMESPACE } from '@baton/shared-types';
import type { ChatModule } from '../loader/chat-shell.js';
import { webSocketTransport } from '../platform/web-socket-transport.js';
import { mountChat as mountChatOn } from '../ui/mount-chat.js';

/** The chat chunk: connects to the server that the options name. */
export const mountChat: ChatModule['mountChat'] = (shell) => {
  const { server, site, locale } = shell.options;
  const client = createVisitorClient(
    { serverUrl: server, siteKey: site, environment: { ...browserEnvironment(), locale: () => locale } },
    webSocketTransport(server, NAMESPACE.visitor),
  );
  return mountChatOn(shell, client);
};
