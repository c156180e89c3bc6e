import type { AgentClient } from '@baton/client';
import type { ConsoleApi } from './api/console-api.js';
import type { Platform } from './platform/platform.js';

/** What the console is built on; the playground passes its own. */
export interface ConsoleParts {
  readonly platform: Platform;
  readonly api: ConsoleApi;
  /** A fresh client for each sign-in. */
  readonly createClient: () => AgentClient;
}
