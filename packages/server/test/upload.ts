import {
  AGENT_COMMAND,
  type FileAccepted,
  SITE_HEADER,
  UPLOAD_HEADER,
  VISITOR_COMMAND,
  VISITOR_FILES_PATH,
  type WireError,
} from '@baton/shared-types';
import { SITE_ORIGIN, type Slug, type TestVisitor, type World } from './world.js';

export interface UploadOptions {
  readonly name?: string;
  readonly clientId?: string;
  /** Replaces headers of the request; undefined leaves one out. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
}

/** What a visitor's page sends with every request about files. */
export function visitorHeaders(
  { session }: Pick<TestVisitor, 'session'>,
  slug: Slug = 'tidewater',
): Record<string, string> {
  return { origin: SITE_ORIGIN, authorization: `Bearer ${session.token}`, [SITE_HEADER]: `demo-${slug}` };
}

export function uploadAsVisitor(
  world: World,
  visitor: Pick<TestVisitor, 'session'>,
  bytes: Uint8Array,
  { name = 'photo.jpg', clientId = crypto.randomUUID(), headers = {} }: UploadOptions = {},
): Promise<Response> {
  return post(new URL(VISITOR_FILES_PATH, world.url), bytes, {
    ...visitorHeaders(visitor),
    ...headOf({ clientId, name }),
    ...headers,
  });
}

export function uploadAsAgent(
  world: World,
  { cookie, conversationId }: { readonly cookie: string; readonly conversationId: string },
  bytes: Uint8Array,
  { name = 'offer.pdf', clientId = crypto.randomUUID(), headers = {} }: UploadOptions = {},
): Promise<Response> {
  return post(new URL(`/api/conversations/${conversationId}/files`, world.url), bytes, {
    cookie,
    'x-baton-console': '1',
    ...headOf({ clientId, name }),
    ...headers,
  });
}

export async function accepted(response: Response): Promise<FileAccepted> {
  const answer = (await response.json()) as FileAccepted & WireError;
  if (!response.ok) throw new Error(`${answer.code}: ${answer.details?.join() ?? ''}`);
  return answer;
}

export async function refused(response: Response): Promise<string> {
  const { code } = (await response.json()) as Partial<WireError>;
  return `${response.status} ${code}`;
}

export function headOf(head: object): Record<string, string> {
  return { [UPLOAD_HEADER]: encodeURIComponent(JSON.stringify(head)) };
}

function post(
  url: URL,
  body: Uint8Array,
  headers: Readonly<Record<string, string | undefined>>,
): Promise<Response> {
  const given = Object.entries({ 'content-type': 'application/octet-stream', ...headers });
  const defined = given.filter((entry): entry is [string, string] => entry[1] !== undefined);
  return fetch(url, { method: 'POST', headers: Object.fromEntries(defined), body: new Uint8Array(body) });
}

/** An agent who has the visitor's conversation. */
export async function takeOver(world: World, visitor: TestVisitor) {
  const sent = await visitor.ask(VISITOR_COMMAND.sendMessage, {
    clientId: crypto.randomUUID(),
    text: 'Hello there',
    kind: 'text',
  });
  if (!sent.ok) throw new Error(sent.error.code);
  const { conversationId } = sent.value;
  const cookie = await world.signIn('tidewater', 'agent');
  const agent = await world.agentOf(cookie);
  await agent.ask(AGENT_COMMAND.openConsole, {});
  await agent.ask(AGENT_COMMAND.openConversation, { conversationId });
  await agent.ask(AGENT_COMMAND.takeOver, { conversationId, clientId: crypto.randomUUID() });
  return { agent, cookie, conversationId };
}
