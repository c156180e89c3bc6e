import type { Baton, Company } from './baton.ts';
import { cookieOf, postToConsole, signInByLink } from './console-api.ts';

const PASSWORD = 'a password for the bench only';

/** So many more agents of the company, each signed in; returns their session cookies. */
export async function hireAgents(baton: Baton, company: Company, count: number): Promise<readonly string[]> {
  const admin = await signInByLink(baton, company, 'admin');
  const cookies: string[] = [];
  for (let n = 0; n < count; n += 1) {
    const email = `agent${n}@bench.example`;
    const agent = { name: `Agent ${n}`, email, role: 'agent', password: PASSWORD };
    await postToConsole(baton, '/api/agents', { cookie: admin, body: agent });
    const credentials = { email, password: PASSWORD };
    cookies.push(cookieOf(await postToConsole(baton, '/api/session', { cookie: null, body: credentials })));
  }
  return cookies;
}
