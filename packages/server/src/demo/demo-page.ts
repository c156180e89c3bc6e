import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../../examples/script-tag/', import.meta.url));
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/**
 * Serves the demo companies' website on a port, and so on an origin, of its own: the widget meets here what it
 * meets on a customer's page. The page learns the server's address from `/baton.js`.
 */
export async function serveDemoPage(host: string, port: number, serverUrl: string): Promise<Server> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://demo');
    if (pathname === '/baton.js') {
      response.writeHead(200, {
        'content-type': 'text/javascript; charset=utf-8',
        'cache-control': 'no-store',
      });
      response.end(`window.BATON_SERVER = ${JSON.stringify(serverUrl)};`);
      return;
    }
    void sendFile(pathname).catch(() => {
      response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' });
      response.end('There is no such page.');
    });

    async function sendFile(name: string): Promise<void> {
      const file = path.join(ROOT, path.normalize(name.endsWith('/') ? `${name}index.html` : name));
      const type = TYPES[path.extname(file)];
      if (!file.startsWith(ROOT) || !type || !(await stat(file)).isFile()) throw new Error('not a page');
      response.writeHead(200, { 'content-type': type, 'x-content-type-options': 'nosniff' });
      createReadStream(file).pipe(response);
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return server;
}
