import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
};

export interface FolderServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** Serves the peers' files as a content network would: compressed, to every origin, at once. Anything posted gets `{}`. */
export async function serveFolder(folder: string): Promise<FolderServer> {
  const ready = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    const file = path.join(folder, path.normalize(new URL(request.url ?? '/', 'http://x').pathname));
    const type = TYPES[path.extname(file)];
    const isFile = request.method === 'GET' && type && file.startsWith(folder) && existsSync(file);
    const content = isFile ? (ready.get(file) ?? gzipSync(readFileSync(file), { level: 9 })) : null;
    if (content) ready.set(file, content);
    response.writeHead(200, {
      'access-control-allow-origin': '*',
      'access-control-allow-headers': '*',
      'cache-control': 'max-age=3600',
      ...(content
        ? { 'content-type': type, 'content-encoding': 'gzip' }
        : { 'content-type': 'application/json' }),
    });
    response.end(content ?? '{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
