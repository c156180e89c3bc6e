import { findAmbientUses } from '../ambient-names.ts';
import { COMPOSITION, VENDOR_HOMES } from '../drawn-edges.ts';
import { placeOf } from '../place.ts';
import { perFile, perImport, type Rule, type Subject } from '../rule.ts';
import { nameOf, textOf, walk } from '../walk.ts';

const ORM = ['typeorm', '@nestjs/typeorm', 'pg'];
const SQL = /^\s*(select|insert|update|delete|with|create|alter|drop|lock|set local)\b/i;

const ormInRepositories = perFile(
  'orm-in-repositories',
  'Whoever asks what a feature reads and writes finds all of it in its repositories and projections.',
  ({ file, place }) => {
    if (place.serverFolder === null || place.isTest || mayTouchDatabase(place.serverFolder, place.name))
      return [];
    const imports = file.imports
      .filter((line) => ORM.includes(line.package ?? '') && !COMPOSITION.includes(place.serverFolder ?? ''))
      .map((line) => ({ line: line.line, what: `imports ${line.specifier}` }));
    const queries: { line: number; what: string }[] = [];
    walk(file.program, (node) => {
      if (node.type !== 'CallExpression' || !Array.isArray(node['arguments'])) return;
      const callee: unknown = node['callee'];
      const method =
        typeof callee === 'object' && callee !== null ? nameOf(Reflect.get(callee, 'property')) : null;
      const sql = textOf(node['arguments'][0]);
      if (method === 'query' && sql !== null && SQL.test(sql)) {
        queries.push({ line: file.lineOf(node.start), what: 'writes SQL' });
      }
    });
    return [...imports, ...queries];
  },
);

function mayTouchDatabase(folder: string, name: string): boolean {
  return folder === 'database' || /\.(repository|projection|entity)\.ts$/.test(name);
}

const socketInRealtime = perImport(
  'socket-in-realtime',
  'Features speak events; only realtime/ knows that sockets carry them, and only the client package opens one.',
  (line, { place }) => {
    if (line.package === 'socket.io-client') return place.package !== 'client';
    const isSocket = line.package === 'socket.io' || line.package === 'socket.io-parser';
    return isSocket && place.serverFolder !== 'realtime';
  },
);

const vendorInAdapter = perImport(
  'vendor-in-adapter',
  'A vendor can be replaced only when one folder knows it and the rest knows its port.',
  (line, { file, place }) => {
    if (place.serverFolder === null) return false;
    if (line.package !== null) {
      const home = VENDOR_HOMES[line.package];
      return home !== undefined && home !== place.serverFolder && !COMPOSITION.includes(place.serverFolder);
    }
    const own = integrationOf(file.path);
    const target = integrationOf(line.target ?? '');
    return target !== null && own !== null && own !== target;
  },
);

/** The vendor's folder below integrations/, for a file in one. */
function integrationOf(path: string): string | null {
  return /^packages\/server\/src\/integrations\/([^/]+)\//.exec(path)?.[1] ?? null;
}

const envInConfig = perFile(
  'env-in-config',
  'Every setting stands once in config/, with type, default and description; nobody reads the environment aside.',
  (subject) => {
    if (!isProductCode(subject) || subject.place.serverFolder === 'config') return [];
    const found: { line: number; what: string }[] = [];
    walk(subject.file.program, (node) => {
      const isEnv = (name: unknown): boolean => nameOf(name) === 'env' || textOf(name) === 'env';
      const reads =
        (node.type === 'MemberExpression' &&
          nameOf(node['object']) === 'process' &&
          isEnv(node['property'])) ||
        (node.type === 'VariableDeclarator' && nameOf(node['init']) === 'process');
      if (reads) found.push({ line: subject.file.lineOf(node.start), what: 'reads process.env' });
    });
    const named = subject.file.imports.filter(
      ({ package: name, names }) => /^(node:)?process$/.test(name ?? '') && names.includes('env'),
    );
    return [...found, ...named.map(({ line }) => ({ line, what: 'imports env' }))];
  },
);

/** Modules of Node with which a connection can be opened. */
const CALLERS = /^(?:node:)?(?:http|https|http2|net|tls|dgram)$/;
/** What of them opens one, or everything. */
const OPENERS = [
  'request',
  'get',
  'connect',
  'createConnection',
  'default',
  '*',
  'Agent',
  'Socket',
  'createSocket',
];

const outboundInOneClient = perFile(
  'outbound-in-one-client',
  'A second way out of the server would be one that forgot to check where it leads.',
  (subject) => {
    const { file, place } = subject;
    // The database is no address that anybody but the operator gives.
    const isServer = place.serverFolder !== null && !['outbound', 'database'].includes(place.serverFolder);
    if (!isServer || !isProductCode(subject)) return [];
    const globals = findAmbientUses(file, new Set(['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest']));
    const modules = file.imports.filter(
      ({ package: name, names }) => CALLERS.test(name ?? '') && names.some((each) => OPENERS.includes(each)),
    );
    return [
      ...globals.map(({ name, node }) => ({ line: file.lineOf(node.start), what: `uses ${name}` })),
      ...modules.map(({ line, specifier }) => ({ line, what: `opens connections by ${specifier}` })),
    ];
  },
);

function isProductCode({ file, place }: Subject): boolean {
  return !place.isTest && /^packages\/[^/]+\/src\//.test(file.path) && placeOf(file.path).package !== null;
}

export const HOME_RULES: readonly Rule[] = [
  ormInRepositories,
  socketInRealtime,
  vendorInAdapter,
  envInConfig,
  outboundInOneClient,
];
