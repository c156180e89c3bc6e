import type { Baton, Company } from './baton.ts';

/** A POST to the console's API, as its own page sends it. `cookie`: whose session; null: nobody's. */
export async function postToConsole(
  baton: Baton,
  path: string,
  { cookie, body = {} }: { readonly cookie: string | null; readonly body?: object },
): Promise<Response> {
  const response = await fetch(`${baton.url}${path}`, {
    method: 'POST',
    headers: {
      'x-baton-console': '1',
      'content-type': 'application/json',
      origin: baton.url,
      ...(cookie ? { cookie } : {}),
    },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`POST ${path} answered ${response.status}: ${await response.text()}`);
  return response;
}

/** The session cookie of somebody of the company; the link of each role works once. */
export async function signInByLink(baton: Baton, company: Company, role: 'admin' | 'agent'): Promise<string> {
  const body = { token: baton.takeLink(company, role) };
  return cookieOf(await postToConsole(baton, '/api/session/link', { cookie: null, body }));
}

export function cookieOf(response: Response): string {
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0];
  if (!cookie) throw new Error('signing in gave no cookie');
  return cookie;
}

/** Opens one socket within half a minute. */
export async function fetchTicket(baton: Baton, cookie: string): Promise<string> {
  const response = await postToConsole(baton, '/api/socket-ticket', { cookie });
  return ((await response.json()) as { readonly ticket: string }).ticket;
}
