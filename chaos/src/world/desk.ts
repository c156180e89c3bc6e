const PATIENCE_MS = 8_000;

/** The agents' way in: signed in once through the real routes, then a ticket for every connection. */
export class Desk {
  readonly publicUrl: string;
  private readonly serverUrl: string;
  private readonly cookies = new Map<string, string>();

  constructor(serverUrl: string, publicUrl: string) {
    this.serverUrl = serverUrl;
    this.publicUrl = publicUrl;
  }

  /** Signs in by the links that a first start prints, and adds two colleagues. */
  async signInPeople(announcement: string): Promise<void> {
    const tidewater = announcement.slice(announcement.indexOf('Tidewater'), announcement.indexOf('Alpenrad'));
    const alpenrad = announcement.slice(announcement.indexOf('Alpenrad'));
    await this.signInByLink('admin', linkFor('admin', tidewater));
    await this.signInByLink('agent1', linkFor('agent', tidewater));
    await this.signInByLink('stranger', linkFor('agent', alpenrad));
    for (const name of ['agent2', 'agent3']) {
      const person = {
        name,
        email: `${name}@tidewater.example`,
        role: 'agent',
        password: 'a long enough password',
      };
      await this.call('POST', '/api/agents', person, 'admin');
      const { email, password } = person;
      this.keepCookie(name, await this.call('POST', '/api/session', { email, password }, null));
    }
  }

  /** A single-use ticket for a socket. Rejects when there is none to be had just now. */
  ticketFor(name: string): () => Promise<string> {
    return async () => {
      const response = await this.call('POST', '/api/socket-ticket', {}, name);
      const body: unknown = await response.json();
      const ticket = typeof body === 'object' && body !== null ? Reflect.get(body, 'ticket') : undefined;
      if (typeof ticket !== 'string') throw new Error('no ticket');
      return ticket;
    };
  }

  private async signInByLink(name: string, token: string): Promise<void> {
    this.keepCookie(name, await this.call('POST', '/api/session/link', { token }, null));
  }

  private keepCookie(name: string, response: Response): void {
    const [cookie = ''] = response.headers.getSetCookie().map((line) => line.split(';')[0] ?? '');
    this.cookies.set(name, cookie);
  }

  private async call(method: string, path: string, body: object, as: string | null): Promise<Response> {
    const response = await fetch(new URL(path, this.serverUrl), {
      method,
      body: JSON.stringify(body),
      headers: {
        'content-type': 'application/json',
        'x-baton-console': '1',
        origin: this.publicUrl,
        ...(as ? { cookie: this.cookies.get(as) ?? '' } : {}),
      },
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status}`);
    return response;
  }
}

function linkFor(role: string, announcement: string): string {
  const token = new RegExp(`sign in as ${role}\\s+\\S+token=(\\S+)`).exec(announcement)?.[1];
  if (!token) throw new Error(`no link for the ${role} in:\n${announcement}`);
  return token;
}
