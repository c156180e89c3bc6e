import { isIP } from 'node:net';
import { homedir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { addressKey } from '../kernel/client-address.js';

/** One environment variable: how it is read, what it is when absent, and what it is for. The reference in `docs/` is generated from this. */
interface Variable<T> {
  readonly parse: z.ZodType<T>;
  readonly fallback: string | undefined;
  readonly description: string;
  readonly secret?: boolean;
}

const text = z.string().min(1);
const port = z.coerce.number().int().min(0).max(65_535);
const flag = z.enum(['true', 'false']).transform((value) => value === 'true');
const milliseconds = z.coerce.number().int().min(0);
const perMinute = z.coerce.number().int().min(1).max(10_000_000);
const most = z.coerce.number().int().min(1).max(1_000_000);
const httpOrigin = z
  .string()
  .transform((value) => value.replace(/\/+$/, ''))
  .refine(
    (value) => URL.canParse(value) && new URL(value).origin === value,
    'must be an origin such as https://chat.example.com',
  );

function variable<T>(
  parse: z.ZodType<T>,
  fallback: string | undefined,
  description: string,
  options: { secret?: boolean } = {},
): Variable<T> {
  return { parse, fallback, description, ...options };
}

/** Every variable Baton reads, once. */
export const VARIABLES = {
  HOST: variable(text, '127.0.0.1', 'Address the server listens on.'),
  PORT: variable(port, '8320', 'Port the server listens on.'),
  PUBLIC_URL: variable(
    httpOrigin.optional(),
    undefined,
    'Origin under which browsers reach the server. Default: http://localhost:PORT.',
  ),
  DATABASE_URL: variable(
    text.optional(),
    undefined,
    'PostgreSQL 15 or newer. Default: an embedded PostgreSQL in DATA_DIR.',
    { secret: true },
  ),
  DATABASE_POOL: variable(z.coerce.number().int().min(2).max(200), '12', 'Connections to PostgreSQL.'),
  REDIS_URL: variable(
    z.url({ protocol: /^rediss?$/ }).optional(),
    undefined,
    'Redis through which several nodes hear of each other. Default: through PostgreSQL alone.',
    { secret: true },
  ),
  SECRET_KEY: variable(
    z
      .string()
      .refine((value) => Buffer.from(value, 'base64').length === 32, 'must be 32 bytes in base64')
      .optional(),
    undefined,
    'Seals stored secrets: 32 random bytes in base64, the same on every node. Default: made once in DATA_DIR.',
    { secret: true },
  ),
  DATA_DIR: variable(
    text,
    '.data',
    'Where the embedded PostgreSQL keeps its data, and the key that seals stored secrets.',
  ),
  OPENAI_API_KEY: variable(
    text.optional(),
    undefined,
    'Key of an OpenAI-compatible endpoint. Without it Baton works by its rules alone.',
    { secret: true },
  ),
  OPENAI_BASE_URL: variable(
    z.url().optional(),
    undefined,
    'Base URL of the endpoint. Default: the one of the OpenAI client.',
  ),
  OPENAI_MODEL: variable(text, 'gpt-4.1-mini', 'Model name.'),
  EMBEDDING_MODEL: variable(
    text.optional(),
    undefined,
    'Model of the same endpoint that embeds texts: the articles are then searched by meaning as well. Needs OPENAI_API_KEY. Default: by words alone.',
  ),
  EMBEDDING_SIMILARITY: variable(
    z.coerce.number().gt(0).lt(1),
    '0.5',
    'From which cosine on a passage that shares no word with the question answers it. It depends on the model: look where pairs that belong together begin.',
  ),
  EMBEDDING_DEADLINE_MS: variable(
    milliseconds,
    '1500',
    'How long a question may take to be embedded before the articles are searched by words alone.',
  ),
  MODEL_CALLS: variable(
    z.enum(['parallel', 'single']),
    'parallel',
    'Whether reply and facts are asked of the model in two calls at once, or in a single one: for small local models that serve one call at a time.',
  ),
  OUTBOUND_PRIVATE_HOSTS: variable(
    z.string().transform((list) =>
      list
        .split(',')
        .map((host) => host.trim().toLowerCase())
        .filter((host) => host !== ''),
    ),
    '',
    'Hosts with private addresses that the server may call, separated by commas. The host of OPENAI_BASE_URL need not be named when it is a private address, `localhost` or a name without a dot.',
  ),
  MODEL_FIRST_TOKEN_MS: variable(milliseconds, '8000', 'How long the model may take to its first token.'),
  MODEL_IDLE_MS: variable(milliseconds, '5000', 'How long the model may pause within a reply.'),
  MODEL_TOTAL_MS: variable(milliseconds, '20000', 'How long a model call may take in all.'),
  MODEL_CALLS_PER_NODE: variable(
    z.coerce.number().int().min(1).max(10_000),
    '64',
    'Model calls at the same time on one node. A turn makes up to two: the reply, and the reading of facts beside it.',
  ),
  MODEL_CALLS_PER_WORKSPACE: variable(
    z.coerce.number().int().min(1).max(10_000),
    '32',
    'Model calls at the same time for one workspace on one node.',
  ),
  MODEL_CALLS_WAITING: variable(
    z.coerce.number().int().min(0).max(10_000),
    '64',
    'Model calls of one workspace that may wait for their turn; beyond that the rules answer alone.',
  ),
  MODEL_WAIT_MS: variable(
    milliseconds,
    '1500',
    'How long a model call waits for its turn before the rules answer alone.',
  ),
  ASSISTANT_PAUSE_MS: variable(
    milliseconds,
    '400',
    'Pause before the assistant speaks, so that lines sent in quick succession become one turn.',
  ),
  VISITOR_MESSAGE_BURST: variable(
    z.coerce.number().int().min(1).max(10_000),
    '20',
    'Messages that one visitor may send at once.',
  ),
  VISITOR_MESSAGES_PER_MINUTE: variable(
    z.coerce.number().int().min(1).max(100_000),
    '60',
    'Messages that one visitor may send per minute, beyond the burst.',
  ),
  ADDRESS_MESSAGES_PER_MINUTE: variable(
    perMinute,
    '600',
    'Messages that the visitors of one address (IPv6: one /64) may send per minute; a third of it at once.',
  ),
  SITE_MESSAGES_PER_MINUTE: variable(
    perMinute,
    '6000',
    'Messages that the visitors of one site may send per minute; a third of it at once.',
  ),
  ADDRESS_REQUESTS_PER_MINUTE: variable(
    perMinute,
    '1200',
    'Requests of the HTTP fallback that one address may make per minute; a third of it at once.',
  ),
  SOCKETS_PER_ADDRESS: variable(most, '20', 'Connections that one address may have open.'),
  CONNECTIONS_PER_ADDRESS_PER_MINUTE: variable(
    perMinute,
    '60',
    'Connections that one address may begin per minute, all at once if it likes.',
  ),
  KNOWN_ADDRESSES: variable(
    z.string().optional().transform(parseKnownAddresses),
    undefined,
    'Addresses that may have more connections, such as an office behind one: 203.0.113.7=200,2001:db8::=50.',
  ),
  SOCKETS_PER_VISITOR: variable(most, '5', 'Connections that one visitor may have open, as tabs.'),
  SOCKETS_PER_WORKSPACE: variable(most, '10000', 'Connections that one workspace may have open.'),
  FILES: variable(
    flag,
    'true',
    'Whether files may be sent at all. Each site has a switch of its own beside it.',
  ),
  FILE_MAX_MB: variable(z.coerce.number().int().min(1).max(25), '10', 'Size of one file.'),
  FILES_PER_CONVERSATION: variable(most, '50', 'Files in one conversation, of both sides.'),
  FILE_MB_PER_CONVERSATION: variable(most, '100', 'Size of all files in one conversation.'),
  FILES_PER_WORKSPACE_DAY: variable(most, '5000', 'Files that one workspace takes in a day (UTC).'),
  FILE_MB_PER_WORKSPACE_DAY: variable(
    most,
    '2000',
    'Size of all files that one workspace takes in a day (UTC).',
  ),
  TRUSTED_PROXY_HOPS: variable(
    z.coerce.number().int().min(0).max(10),
    '0',
    'How many proxies of yours stand before the server and add to X-Forwarded-For.',
  ),
  PLANNER: variable(
    flag,
    'true',
    'Whether the planner orders the steps of a turn. Off: the scripted ladder alone.',
  ),
  DEMO: variable(
    flag,
    'true',
    'Whether to create the two demo workspaces on an empty database and serve the demo page.',
  ),
  DEMO_PORT: variable(port, '8321', 'Port of the demo host page (another origin than the server).'),
  LOG_LEVEL: variable(
    z.enum(['debug', 'info', 'warn', 'error', 'silent']),
    'info',
    'Least severity that is logged.',
  ),
} as const;

function parseKnownAddresses(
  text: string | undefined,
  context: z.RefinementCtx,
): ReadonlyMap<string, number> {
  const known = new Map<string, number>();
  for (const entry of (text ?? '').split(',').filter((each) => each.trim() !== '')) {
    const [address = '', count = ''] = entry.split('=').map((part) => part.trim());
    if (isIP(address) > 0 && /^[1-9]\d{0,5}$/.test(count)) known.set(addressKey(address), Number(count));
    else context.addIssue({ code: 'custom', message: 'must be like 203.0.113.7=200,2001:db8::=50' });
  }
  return known;
}

type Variables = typeof VARIABLES;
type Values = { readonly [K in keyof Variables]: z.infer<Variables[K]['parse']> };

export interface Config extends Omit<Values, 'PUBLIC_URL' | 'DATA_DIR'> {
  readonly PUBLIC_URL: string;
  /** Absolute. */
  readonly DATA_DIR: string;
}

export const CONFIG = Symbol('Config');

export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`The configuration is not usable:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

/** Reads and checks the whole environment and reports every problem at once. */
export function loadConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  const problems: string[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, { parse, fallback, description }] of Object.entries(VARIABLES)) {
    const raw = environment[name] === '' ? undefined : environment[name];
    const parsed = parse.safeParse(raw ?? fallback);
    if (parsed.success) values[name] = parsed.data;
    else problems.push(`${name}: ${parsed.error.issues[0]?.message ?? 'invalid'}. ${description}`);
  }
  if (values['EMBEDDING_MODEL'] !== undefined && values['OPENAI_API_KEY'] === undefined)
    problems.push(
      'EMBEDDING_MODEL: there is no endpoint to ask it of. Set OPENAI_API_KEY too, or leave both out.',
    );
  if (problems.length > 0) throw new ConfigError(problems);
  const read = values as unknown as Values;
  return {
    ...read,
    PUBLIC_URL: read.PUBLIC_URL ?? `http://localhost:${read.PORT}`,
    DATA_DIR: path.resolve(read.DATA_DIR.replace(/^~(?=\/|$)/, homedir())),
  };
}
