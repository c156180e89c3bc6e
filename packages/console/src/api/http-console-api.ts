import {
  type BackTest,
  type Bundle,
  ERRORS,
  type GoldenConversation,
  type GoldenResult,
  type InboxRow,
  type LeadLedger,
  type PlaybookDraft,
  type PlaybookVocabulary,
  type Report,
  type RoutingRecord,
  type SearchPage,
  type SignedInAgent,
  type SimulatedTurn,
  type Snippet,
  type Team,
  UPLOAD_HEADER,
  type WidgetSettings,
  type WireError,
} from '@baton/shared-types';
import {
  ApiError,
  type Automation,
  type ConsoleApi,
  type Explanation,
  type GreetingCount,
  type Person,
  type Sightings,
  type Site,
  type WidgetTexts,
} from './console-api.js';
import type { PlaybookShelf, PlaybookVersion, StudioApi } from './studio-api.js';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

const DEADLINE_MS = 15_000;
/** For what reads hundreds of conversations. */
const LONG_DEADLINE_MS = 120_000;

type Call = <T>(method: Method, path: string, body?: unknown, deadlineMs?: number) => Promise<T>;

/** The API of the server at the same origin, over the session cookie. */
export function createHttpConsoleApi(request: typeof fetch): ConsoleApi {
  const call: Call = (method, path, body, deadlineMs = DEADLINE_MS) =>
    send(request, { method, path, body, deadlineMs });
  return {
    ...studioApi(call),
    async signIn(email, password) {
      return (await call<{ agent: SignedInAgent }>('POST', '/session', { email, password })).agent;
    },
    async signInByLink(token) {
      return (await call<{ agent: SignedInAgent }>('POST', '/session/link', { token })).agent;
    },
    async currentSession() {
      return (await call<{ agent: SignedInAgent }>('GET', '/session')).agent;
    },
    signOut: () => call<void>('DELETE', '/session'),
    async socketTicket() {
      return (await call<{ ticket: string }>('POST', '/socket-ticket')).ticket;
    },
    async listConversations({ status, limit, after }) {
      const place = after && `${after.lastAt},${after.conversationId}`;
      const query = queryOf({ status, limit: String(limit), after: place });
      return (await call<{ rows: readonly InboxRow[] }>('GET', `/conversations?${query}`)).rows;
    },
    search: (request) => call<SearchPage>('GET', `/search?${queryOf({ ...request })}`),
    async listSnippets() {
      return (await call<{ snippets: readonly Snippet[] }>('GET', '/snippets')).snippets;
    },
    addSnippet: (content) => call<Snippet>('POST', '/snippets', content),
    changeSnippet: (id, content) => call<Snippet>('PUT', `/snippets/${encodeURIComponent(id)}`, content),
    removeSnippet: (id) => call<void>('DELETE', `/snippets/${encodeURIComponent(id)}`),
    listSightings: (id) => call<Sightings>('GET', `/sites/${encodeURIComponent(id)}/sightings`),
    getWidget: (id) => call<WidgetSettings>('GET', `/sites/${encodeURIComponent(id)}/widget`),
    async listGreetingCounts(id) {
      const path = `/sites/${encodeURIComponent(id)}/greetings`;
      return (await call<{ counts: readonly GreetingCount[] }>('GET', path)).counts;
    },
    async getWidgetTexts() {
      const response = await request('/widget/texts.json');
      if (!response.ok) throw new ApiError(wireError('unavailable'), response.status);
      return (await response.json()) as WidgetTexts;
    },
    saveWidget: (id, settings) => call<void>('PUT', `/sites/${encodeURIComponent(id)}/widget`, settings),
    sendFile: (id, clientId, file) =>
      send(request, {
        method: 'POST',
        path: `/conversations/${encodeURIComponent(id)}/files`,
        body: file,
        deadlineMs: LONG_DEADLINE_MS,
        headers: uploadHeaders(clientId, file.name),
      }),
    fileAddress: (id, fileId) =>
      `/api/conversations/${encodeURIComponent(id)}/files/${encodeURIComponent(fileId)}`,
    getBundle: (id) => call<Bundle>('GET', `/conversations/${encodeURIComponent(id)}/bundle`),
    explain: (id, about) =>
      call<Explanation>('GET', `/conversations/${encodeURIComponent(id)}/why?${queryOf({ about })}`),
    getAutomation: () => call<Automation>('GET', '/automation'),
    setAutomation: (change) => call<void>('PUT', '/automation', change),
    async listSites() {
      return (await call<{ sites: readonly Site[] }>('GET', '/sites')).sites;
    },
    addSite: (site) => call<void>('POST', '/sites', site),
    changeSite: (id, change) => call<void>('PATCH', `/sites/${encodeURIComponent(id)}`, change),
    async listPeople() {
      return (await call<{ agents: readonly Person[] }>('GET', '/agents')).agents;
    },
    addPerson: (person) => call<void>('POST', '/agents', person),
    getReport: (request) => call<Report>('GET', `/reports?${queryOf({ ...request })}`),
    exportAddress: (request) => `/api/reports/conversations.csv?${queryOf({ ...request })}`,
    changePerson: (id, change) => call<void>('PATCH', `/agents/${encodeURIComponent(id)}`, change),
    async listTeams() {
      return (await call<{ teams: readonly Team[] }>('GET', '/teams')).teams;
    },
    saveTeam: ({ key, ...team }) => call<void>('PUT', `/teams/${encodeURIComponent(key)}`, team),
    dryRunRouting: (facts) => call<RoutingRecord>('POST', '/routing/dry-run', { facts }),
  };
}

function studioApi(call: Call): StudioApi {
  const base = '/playbooks';
  return {
    getPlaybooks: () => call<PlaybookShelf>('GET', base),
    getPlaybookVersion: (version) =>
      call<PlaybookVersion & { yaml: string }>('GET', `${base}/versions/${version}`),
    getVocabulary: () => call<PlaybookVocabulary>('GET', `${base}/vocabulary`),
    getDraft: () => call<PlaybookDraft>('GET', `${base}/draft`),
    saveDraft: (yaml, revision) => call<PlaybookDraft>('PUT', `${base}/draft`, { yaml, revision }),
    discardDraft: () => call<void>('DELETE', `${base}/draft`),
    async simulate(asked) {
      return (await call<{ turns: readonly SimulatedTurn[] }>('POST', `${base}/simulate`, asked)).turns;
    },
    async listGolden() {
      const found = await call<{ conversations: readonly GoldenConversation[] }>('GET', `${base}/golden`);
      return found.conversations;
    },
    saveGolden: (conversations) => call<void>('PUT', `${base}/golden`, { conversations }),
    async runGolden(yaml) {
      const ran = await call<{ results: readonly GoldenResult[] }>(
        'POST',
        `${base}/golden/run`,
        { yaml },
        LONG_DEADLINE_MS,
      );
      return ran.results;
    },
    backTest: (yaml, conversations) =>
      call<BackTest>('POST', `${base}/backtest`, { yaml, conversations }, LONG_DEADLINE_MS),
    // Golden conversations are played before the answer.
    publishPlaybook: (yaml) => call<void>('POST', base, { yaml }, LONG_DEADLINE_MS),
    restorePlaybook: (version) => call<void>('POST', `${base}/versions/${version}/restore`),
    getLeadLedger: (fate) =>
      call<LeadLedger>('GET', `/lead-ledger?${queryOf({ fate })}`, undefined, LONG_DEADLINE_MS),
  };
}

/** What the file is called stands beside its bytes. Half a character cannot be encoded. */
function uploadHeaders(clientId: string, name: string): Readonly<Record<string, string>> {
  const head = { clientId, name: name.slice(-300).replace(/\p{Surrogate}/gu, '\uFFFD') };
  return { [UPLOAD_HEADER]: encodeURIComponent(JSON.stringify(head)) };
}

/** A query string of what is there. */
function queryOf(values: Readonly<Record<string, string | undefined>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) if (value !== undefined) query.set(name, value);
  return query.toString();
}

/** Sends one request; resolves with the body, or `undefined` where there is none. */
async function send<T>(
  request: typeof fetch,
  {
    method,
    path,
    body,
    deadlineMs,
    headers: more = {},
  }: {
    readonly method: Method;
    readonly path: string;
    readonly body: unknown;
    readonly deadlineMs: number;
    readonly headers?: Readonly<Record<string, string>>;
  },
): Promise<T> {
  const headers: Record<string, string> = { accept: 'application/json', ...more };
  // The server takes nothing unsafe without this header, which no foreign page can set.
  if (method !== 'GET') headers['x-baton-console'] = '1';
  const isFile = body instanceof Blob;
  if (body !== undefined) headers['content-type'] = isFile ? 'application/octet-stream' : 'application/json';
  const response = await request(`/api${path}`, {
    method,
    headers,
    credentials: 'same-origin',
    cache: 'no-store',
    signal: AbortSignal.timeout(deadlineMs),
    ...(body === undefined ? {} : { body: isFile ? body : JSON.stringify(body) }),
  }).catch(() => {
    throw new ApiError(wireError('unavailable'), 0);
  });
  const text = await response.text();
  if (!response.ok) throw new ApiError(readError(text, response.status), response.status);
  return text === '' ? parseJson('null') : parseJson(text);
}

/** A refusal is a WireError, bare or under `error`; anything else (a proxy's page) is told in our own words. */
function readError(text: string, status: number): WireError {
  const body = parseLoosely(text);
  const candidate = isRecord(body) && isRecord(body['error']) ? body['error'] : body;
  if (isWireError(candidate)) return candidate;
  if (status === 401) return wireError('session_invalid');
  if (status === 404) return wireError('not_found');
  if (status === 429) return wireError('too_many_requests');
  return wireError(status === 502 || status === 503 || status === 504 ? 'unavailable' : 'unexpected');
}

function wireError(code: keyof typeof ERRORS): WireError {
  return { code, message: ERRORS[code].message };
}

function parseJson(text: string) {
  return JSON.parse(text);
}

function parseLoosely(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isWireError(value: unknown): value is WireError {
  return (
    isRecord(value) &&
    typeof value['code'] === 'string' &&
    value['code'] in ERRORS &&
    typeof value['message'] === 'string'
  );
}
