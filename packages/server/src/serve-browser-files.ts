import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

const WIDGET = fileURLToPath(new URL('../../widget/dist/', import.meta.url));
const CONSOLE = fileURLToPath(new URL('../../console/dist/app/', import.meta.url));

/** The console runs nothing but its own files, and nobody may frame it. */
const CONSOLE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self' ws: wss:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const HASHED = /-[\w-]{8,}\.(js|css)(\.br|\.gz)?$/;

/** Serves the built widget to every page and the built console to our own origin, compressed as the builds left them. */
export async function serveBrowserFiles(fastify: FastifyInstance): Promise<void> {
  for (const [directory, name] of [
    [WIDGET, 'widget'],
    [CONSOLE, 'console'],
  ] as const) {
    if (!existsSync(directory))
      throw new Error(`The ${name} has not been built: run "npm start" or "pnpm build".`);
  }
  await fastify.register(fastifyStatic, {
    root: WIDGET,
    prefix: '/widget/',
    decorateReply: false,
    index: false,
    cacheControl: false,
    preCompressed: true,
    setHeaders: (reply, path) => {
      reply.header('access-control-allow-origin', '*');
      reply.header('cross-origin-resource-policy', 'cross-origin');
      reply.header('x-content-type-options', 'nosniff');
      reply.header('cache-control', cacheFor(path));
    },
  });
  await fastify.register(fastifyStatic, {
    root: CONSOLE,
    prefix: '/console/',
    decorateReply: true,
    // One route per file, so that what is no file is a screen of the console.
    wildcard: false,
    globIgnore: ['**/*.{br,gz}'],
    cacheControl: false,
    preCompressed: true,
    setHeaders: (reply, path) => {
      reply.header('content-security-policy', CONSOLE_POLICY);
      reply.header('x-content-type-options', 'nosniff');
      reply.header('referrer-policy', 'no-referrer');
      reply.header('cache-control', cacheFor(path));
    },
  });
  fastify.get('/', (_, reply) => reply.redirect('/console/'));
  fastify.get('/console', (_, reply) => reply.redirect('/console/'));
  fastify.get('/console/*', (_, reply) => reply.sendFile('index.html'));
}

/** A hashed name never changes its content; everything else is looked at again. */
function cacheFor(path: string): string {
  return HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'public, max-age=300, must-revalidate';
}
