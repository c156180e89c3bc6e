import {
  ERRORS,
  type ErrorCode,
  type SignedInAgent,
  type Snippet,
  type Team,
  type WidgetSettings,
} from '@baton/shared-types';
import {
  ApiError,
  type Automation,
  type ConsoleApi,
  type Explanation,
  type Person,
  type Site,
} from '../api/console-api.js';
import { fakeBundle } from './fake-bundle.js';
import { fakeId } from './fake-ids.js';
import { sampleRouting, TEAMS } from './sample-colleagues.js';
import { SNIPPETS, sampleSightings, sampleSnippet, searchHits } from './sample-desk.js';
import { sampleReport } from './sample-report.js';
import { rowOf, type ScriptedWorkspace } from './scripted-agent-client.js';
import { createScriptedStudioApi } from './scripted-studio-api.js';

export interface ApiScript {
  /** Somebody is signed in when the page opens. */
  readonly signedIn: boolean;
  /** Every read fails as if the server were gone. */
  readonly broken: boolean;
  readonly latencyMs: number;
  /** Nothing has been set up yet. */
  readonly isNew: boolean;
}

/** The HTTP API over the same memory. The password is any; `used` is a used link. */
export function createScriptedConsoleApi(workspace: ScriptedWorkspace, script: ApiScript): ConsoleApi {
  let signedIn = script.signedIn;
  let sites: readonly Site[] = SITES;
  let snippets: readonly Snippet[] = script.isNew ? [] : SNIPPETS;
  let teams: readonly Team[] = script.isNew ? [] : TEAMS;
  let widget: WidgetSettings = { consent: null, texts: {}, greetings: [] };
  let automation: Automation = { paused: false, reason: null };
  let people: readonly Person[] = PEOPLE;

  async function answer<T>(value: () => T): Promise<T> {
    await new Promise((resolve) => setTimeout(resolve, script.latencyMs));
    if (script.broken) throw refusal('unavailable', 0);
    return value();
  }

  const api: ConsoleApi = {
    signIn: (_email, password) =>
      answer(() => {
        if (password === 'wrong') throw refusal('sign_in_failed', 401);
        signedIn = true;
        return workspace.agent;
      }),
    signInByLink: () =>
      answer((): SignedInAgent => {
        throw refusal('sign_in_failed', 401);
      }),
    currentSession: () =>
      answer(() => {
        if (!signedIn) throw refusal('session_invalid', 401);
        return workspace.agent;
      }),
    signOut: () =>
      answer(() => {
        signedIn = false;
      }),
    socketTicket: () => answer(() => 'ticket'),
    listConversations: ({ status }) =>
      answer(() => workspace.conversations.value.map(rowOf).filter((row) => row.status === status)),
    getBundle: (id) =>
      answer(() => {
        const held = workspace.conversations.value.find((conversation) => conversation.id === id);
        if (!held) throw refusal('not_found', 404);
        return fakeBundle(held);
      }),
    search: ({ q }) => answer(() => ({ hits: searchHits(workspace, q), next: null, unread: 0 })),
    listSnippets: () => answer(() => snippets),
    addSnippet: (content) =>
      answer(() => {
        const snippet = sampleSnippet(snippets.length + 1, content);
        snippets = [...snippets, snippet];
        return snippet;
      }),
    changeSnippet: (id, content) =>
      answer(() => {
        const changed = { ...sampleSnippet(1, content), id };
        snippets = snippets.map((snippet) => (snippet.id === id ? changed : snippet));
        return changed;
      }),
    removeSnippet: (id) =>
      answer(() => {
        snippets = snippets.filter((snippet) => snippet.id !== id);
      }),
    listSightings: (id) => answer(() => sampleSightings(id)),
    listGreetingCounts: () => answer(() => []),
    getWidgetTexts: () =>
      answer(() => ({
        en: { write: 'Write a message…', person: 'Talk to a person', newMessages: 'New messages' },
      })),
    getWidget: () => answer(() => widget),
    saveWidget: (_, settings) =>
      answer(() => {
        widget = settings;
      }),
    getReport: (request) => answer(() => sampleReport(request, script.isNew)),
    exportAddress: () => '#',
    sendFile: (_conversation, _clientId, file) =>
      answer(() => {
        if (/svg$/.test(file.name)) throw refusal('file_refused', 415);
      }),
    fileAddress: () => SAMPLE_PICTURE,
    explain: () => answer(() => EXPLANATION),
    getAutomation: () => answer(() => automation),
    setAutomation: (change) =>
      answer(() => {
        automation = change;
      }),
    listSites: () => answer(() => sites),
    addSite: ({ name, origins }) =>
      answer(() => {
        const id = fakeId('sit', sites.length + 1);
        sites = [
          ...sites,
          { id, name, origins, key: `site-${sites.length + 1}`, automationPaused: false, filesAllowed: true },
        ];
      }),
    changeSite: (id, { origins, automationPaused, filesAllowed }) =>
      answer(() => {
        sites = sites.map((site) =>
          site.id === id
            ? {
                ...site,
                origins: origins ?? site.origins,
                automationPaused: automationPaused ?? site.automationPaused,
                filesAllowed: filesAllowed ?? site.filesAllowed,
              }
            : site,
        );
      }),
    listPeople: () => answer(() => people),
    addPerson: ({ name, email, role }) =>
      answer(() => {
        people = [...people, { id: fakeId('agt', people.length + 1), name, email, role, ...NOBODY }];
      }),
    changePerson: (id, change) =>
      answer(() => {
        people = people.map((person) => (person.id === id ? { ...person, ...change } : person));
      }),
    listTeams: () => answer(() => teams),
    saveTeam: (team) =>
      answer(() => {
        teams = [...teams.filter(({ key }) => key !== team.key), team];
      }),
    dryRunRouting: (facts) => answer(() => sampleRouting(facts)),
    ...createScriptedStudioApi(answer, script.isNew),
  };
  return api;
}

function refusal(code: ErrorCode, status: number): ApiError {
  return new ApiError({ code, message: ERRORS[code].message }, status);
}

/** Stands for every picture that somebody has sent. */
const SAMPLE_PICTURE =
  'data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 viewBox=%220 0 4 3%22%3E%3Crect width=%224%22 height=%223%22 fill=%22%23718096%22/%3E%3Crect x=%22.5%22 y=%22.5%22 width=%223%22 height=%221.4%22 fill=%22%23edf2f7%22/%3E%3C/svg%3E';

const EXPLANATION: Explanation = {
  sentences: [
    { text: 'The rule “enterprise” sent it to Sales.', messageIds: [] },
    { text: 'The visitor said that 60 people would use it.', messageIds: [fakeId('msg', 1)] },
  ],
  record: { rule: 'enterprise', team: 'sales' },
};

const SITES: readonly Site[] = [
  {
    id: fakeId('sit', 1),
    name: 'Northwind website',
    key: 'site_8d2k4m6q9w',
    origins: ['https://northwind.example', 'https://www.northwind.example'],
    automationPaused: false,
    filesAllowed: true,
  },
  {
    id: fakeId('sit', 2),
    name: 'Help centre',
    key: 'site_3f7h1j5n0r',
    origins: ['https://help.northwind.example'],
    automationPaused: true,
    filesAllowed: false,
  },
];

const NOBODY = { teams: ['sales'], skills: [], languages: ['en'], regions: [], capacity: 4 };

const PEOPLE: readonly Person[] = [
  { id: fakeId('agt', 1), name: 'Lena Brandt', email: 'lena@northwind.example', role: 'admin', ...NOBODY },
  { id: fakeId('agt', 2), name: 'Tomás Herrera', email: 'tomas@northwind.example', role: 'agent', ...NOBODY },
  { id: fakeId('agt', 3), name: 'نورا الحسن', email: 'noura@northwind.example', role: 'agent', ...NOBODY },
];
