/** The arrows between the server's folders, as drawn in `docs/architecture.md`. Everybody may use the platform. */
export const PLATFORM: readonly string[] = [
  'config',
  'database',
  'observability',
  'identity',
  'jobs',
  'outbound',
  'llm',
  'audit',
];

/** Which features a feature may import, through their doors. */
export const FEATURES: Readonly<Record<string, readonly string[]>> = {
  conversations: [],
  knowledge: [],
  agents: [],
  governance: [],
  qualification: ['conversations', 'knowledge'],
  leads: ['conversations'],
  handoff: ['conversations', 'agents', 'qualification'],
  integrations: ['leads', 'handoff'],
  snippets: [],
  greetings: [],
  files: ['conversations'],
  reports: [],
  search: ['conversations', 'handoff'],
  realtime: [
    'conversations',
    'knowledge',
    'agents',
    'files',
    'governance',
    'qualification',
    'leads',
    'handoff',
    'integrations',
  ],
};

/** Folders that put the whole together, like the files beside `main.ts`: they may import everything. */
export const COMPOSITION: readonly string[] = ['', 'demo'];

/** Packages whose driver or server belongs to one folder. `shell` files beside `main.ts` may wire them. */
export const VENDOR_HOMES: Readonly<Record<string, string>> = {
  openai: 'llm',
  undici: 'outbound',
  'pg-boss': 'jobs',
  'prom-client': 'observability',
  pino: 'observability',
};
