import { createAgentClient } from '@baton/client';
import { createHttpConsoleApi } from './api/http-console-api.js';
import { mountConsole } from './mount-console.js';
import { createBrowserPlatform } from './platform/browser-platform.js';

const platform = createBrowserPlatform();
const api = createHttpConsoleApi(platform.fetch);

await mountConsole({
  platform,
  api,
  createClient: () =>
    createAgentClient({
      serverUrl: platform.origin,
      fetchTicket: () => api.socketTicket(),
      environment: platform.environment,
    }),
});
