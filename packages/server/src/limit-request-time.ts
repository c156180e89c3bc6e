import { VISITOR_FILES_PATH } from '@baton/shared-types';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** How long an ordinary request may take to arrive, and a file: ten megabytes over a slow line. */
const REQUEST_MS = 8_000;
export const UPLOAD_MS = 120_000;

const AGENT_UPLOAD = /^\/api\/conversations\/\w+\/files$/;

/** Whether a request brings a file. Only there may a body be large, and slow. */
export function isUpload(method: string, url: string): boolean {
  const [path = ''] = url.split('?');
  return method === 'POST' && (path === VISITOR_FILES_PATH || AGENT_UPLOAD.test(path));
}

/** Closes the connection of whoever drips a body. Node's own limit is one for all, and so has to be that of files. */
export function limitRequestTime(fastify: FastifyInstance): void {
  const closeUnlessWhole = ({ raw }: FastifyRequest, ms: number) => {
    const patience = setTimeout(() => {
      if (!raw.complete) raw.socket.destroy();
    }, ms);
    patience.unref();
    raw.once('close', () => clearTimeout(patience));
  };
  fastify.addHook('onRequest', (request, _reply, done) => {
    closeUnlessWhole(request, isUpload(request.method, request.url) ? UPLOAD_MS : REQUEST_MS);
    done();
  });
  // A file that was refused at once has no reason to go on coming.
  fastify.addHook('onResponse', (request, _reply, done) => {
    if (!request.raw.complete) closeUnlessWhole(request, REQUEST_MS);
    done();
  });
}
