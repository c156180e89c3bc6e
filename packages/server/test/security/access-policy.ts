/** Kinds of caller that the matrix tries on every route. */
export const CALLERS = ['nobody', 'visitor', 'agent', 'supervisor', 'admin', 'foreign-admin'] as const;
export type Caller = (typeof CALLERS)[number];

interface RoutePolicy {
  /** Who gets an answer other than a refusal; everybody else gets 401 (nobody signed in) or the one 404. */
  readonly allowed: readonly Caller[];
  /** A body the route accepts, for methods that take one. */
  readonly body?: unknown;
  /** A query the route accepts. */
  readonly query?: string;
  /** The path names something of the workspace `tidewater`: to a foreign admin it does not exist. */
  readonly owned?: boolean;
}

const everyone: readonly Caller[] = CALLERS;
const signedIn: readonly Caller[] = ['agent', 'supervisor', 'admin', 'foreign-admin'];
const workspace: readonly Caller[] = ['agent', 'supervisor', 'admin'];

/**
 * Every route of the server and who may call it. A route that is not in here fails the build, and so does a
 * line without a route. `:id` is replaced by an id of the workspace `tidewater`.
 */
export const ACCESS_POLICY: Readonly<Record<string, RoutePolicy>> = {
  'GET /health/live': { allowed: everyone },
  'GET /health/ready': { allowed: everyone },
  'GET /metrics': { allowed: everyone },
  'POST /api/session': { allowed: everyone, body: { email: 'x@y.example', password: 'wrong' } },
  'POST /api/session/link': { allowed: everyone, body: { token: 'x'.repeat(43) } },
  'POST /v1/visitor/command': { allowed: everyone, body: {} },
  'POST /v1/greetings': { allowed: everyone, body: {} },
  'POST /v1/greetings/shown': { allowed: everyone, body: {} },
  'POST /v1/visitor/events': { allowed: everyone, body: {} },
  'OPTIONS /v1/visitor/files': { allowed: everyone },
  'OPTIONS /v1/visitor/files/:id': { allowed: everyone },
  'POST /v1/visitor/files': { allowed: everyone },
  'GET /v1/visitor/files/:id': { allowed: everyone },
  'POST /api/conversations/:id/files': { allowed: workspace, owned: true },
  'GET /api/conversations/:id/files/:fileId': { allowed: workspace, owned: true },
  'GET /api/session': { allowed: signedIn },
  'POST /api/socket-ticket': { allowed: signedIn },
  'GET /api/sites': { allowed: ['admin', 'foreign-admin'] },
  'POST /api/sites': {
    allowed: ['admin', 'foreign-admin'],
    body: { name: 'Shop', origins: ['https://shop.example.com'] },
  },
  'PATCH /api/sites/:id': { allowed: ['admin'], owned: true, body: { automationPaused: false } },
  'GET /api/sites/:id/sightings': { allowed: ['admin'], owned: true },
  'GET /api/search': { allowed: signedIn, query: 'q=shift' },
  'GET /api/reports': {
    allowed: ['supervisor', 'admin', 'foreign-admin'],
    query: 'from=2026-01-01&to=2026-01-02',
  },
  'GET /api/reports/conversations.csv': {
    allowed: ['supervisor', 'admin', 'foreign-admin'],
    query: 'from=2026-01-01&to=2026-01-02',
  },
  'GET /api/snippets': { allowed: signedIn },
  'POST /api/snippets': {
    allowed: signedIn,
    body: { shortcut: 'hello', title: 'Hello', text: 'Hello {{visitor.first_name}}' },
  },
  'PUT /api/snippets/:id': {
    allowed: workspace,
    owned: true,
    body: { shortcut: 'owned', title: 'Changed', text: 'Hello' },
  },
  'GET /api/sites/:id/greetings': { allowed: ['admin'], owned: true },
  'GET /api/sites/:id/widget': { allowed: ['admin'], owned: true },
  'PUT /api/sites/:id/widget': { allowed: ['admin'], owned: true, body: { consent: null } },
  'GET /api/sites/:id/identity': { allowed: ['admin'], owned: true },
  'PATCH /api/sites/:id/identity': { allowed: ['admin'], owned: true, body: { enforced: false } },
  'POST /api/sites/:id/identity/keys': { allowed: ['admin'], owned: true, body: { algorithm: 'HS256' } },
  'GET /api/agents': { allowed: ['admin', 'foreign-admin'] },
  'POST /api/agents': {
    allowed: ['admin', 'foreign-admin'],
    body: {
      name: 'New Person',
      email: 'new.person@example.com',
      role: 'agent',
      password: 'long enough for anybody',
    },
  },
  'PATCH /api/agents/:id': { allowed: ['admin'], owned: true, body: { capacity: 3 } },
  'GET /api/teams': { allowed: signedIn },
  'PUT /api/teams/:key': {
    allowed: ['admin', 'foreign-admin'],
    body: { name: 'Sales', choose: 'least_busy', hours: null },
  },
  'GET /api/accounts': { allowed: ['admin', 'foreign-admin'] },
  'PUT /api/accounts/:domain': {
    allowed: ['admin', 'foreign-admin'],
    body: { status: 'customer', ownerId: null },
  },
  'POST /api/routing/dry-run': { allowed: signedIn, body: { facts: {} } },
  'GET /api/audit': { allowed: ['admin', 'foreign-admin'] },
  'GET /api/audit/verify': { allowed: ['admin', 'foreign-admin'] },
  'GET /api/automation': { allowed: signedIn },
  'PUT /api/automation': {
    allowed: ['admin', 'foreign-admin'],
    body: { paused: false, reason: 'nothing is wrong' },
  },
  'GET /api/conversations/:id/why': { allowed: workspace, owned: true, query: 'about=score' },
  'GET /api/playbooks': { allowed: signedIn },
  'GET /api/playbooks/versions/:version': { allowed: signedIn },
  'POST /api/playbooks/versions/:version/restore': { allowed: ['admin', 'foreign-admin'] },
  'GET /api/playbooks/draft': { allowed: ['admin', 'foreign-admin'] },
  'PUT /api/playbooks/draft': {
    allowed: ['admin', 'foreign-admin'],
    body: { yaml: 'schema: 1', revision: 0 },
  },
  'DELETE /api/playbooks/draft': { allowed: ['admin', 'foreign-admin'] },
  'GET /api/playbooks/vocabulary': { allowed: signedIn },
  'POST /api/playbooks/validate': { allowed: ['admin', 'foreign-admin'], body: { yaml: 'schema: 1' } },
  'POST /api/playbooks/simulate': {
    allowed: ['admin', 'foreign-admin'],
    body: { yaml: 'schema: 1', lines: ['Hello'] },
  },
  'GET /api/playbooks/golden': { allowed: signedIn },
  'PUT /api/playbooks/golden': { allowed: ['admin', 'foreign-admin'], body: { conversations: [] } },
  'POST /api/playbooks/golden/run': { allowed: ['admin', 'foreign-admin'], body: { yaml: 'schema: 1' } },
  'POST /api/playbooks/backtest': { allowed: ['admin', 'foreign-admin'], body: { yaml: 'schema: 1' } },
  'GET /api/lead-ledger': { allowed: signedIn, query: 'fate=lost' },
  'POST /api/playbooks': { allowed: ['admin', 'foreign-admin'], body: { yaml: 'schema: 1' } },
  'GET /api/conversations': { allowed: signedIn },
  'GET /api/conversations/:id/bundle': { allowed: workspace, owned: true },
  'GET /api/conversations/:id/decisions': { allowed: workspace, owned: true },
  'DELETE /api/snippets/:id': { allowed: workspace, owned: true },
  'DELETE /api/session': { allowed: signedIn },
};
