import type { AgentRole } from '@baton/shared-types';

export interface DemoWorkspace {
  readonly slug: string;
  readonly name: string;
  readonly language: 'en' | 'de';
  readonly timeZone: string;
  /** Its folder says where its playbook differs from the default one. */
  readonly hasOwnPlaybook: boolean;
  /** Public, like every site key: it stands in the page's source. */
  readonly siteKey: string;
  readonly siteName: string;
  /** Path of its pages on the demo website. */
  readonly path: string;
  readonly people: readonly { readonly name: string; readonly email: string; readonly role: AgentRole }[];
}

/** Two fictional companies, so that one sees at once that their data do not mix. */
export const DEMO_WORKSPACES: readonly DemoWorkspace[] = [
  {
    slug: 'tidewater',
    name: 'Tidewater',
    language: 'en',
    timeZone: 'Europe/London',
    hasOwnPlaybook: false,
    siteKey: 'demo-tidewater',
    siteName: 'Tidewater website',
    path: '/',
    people: [
      { name: 'Ada Lindqvist', email: 'ada@tidewater.example', role: 'admin' },
      { name: 'Tomás Reyes', email: 'tomas@tidewater.example', role: 'agent' },
    ],
  },
  {
    slug: 'alpenrad',
    name: 'Alpenrad',
    language: 'de',
    timeZone: 'Europe/Berlin',
    hasOwnPlaybook: true,
    siteKey: 'demo-alpenrad',
    siteName: 'Alpenrad Website',
    path: '/alpenrad/',
    people: [
      { name: 'Greta Hofer', email: 'greta@alpenrad.example', role: 'admin' },
      { name: 'Emre Yılmaz', email: 'emre@alpenrad.example', role: 'agent' },
    ],
  },
];
