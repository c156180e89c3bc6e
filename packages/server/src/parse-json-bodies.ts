import { HTTP_PATH, LIMITS } from '@baton/shared-types';
import type { FastifyInstance } from 'fastify';
import { UserError } from './kernel/errors.js';
import { isUpload } from './limit-request-time.js';
import { isTooDeep } from './realtime/guarded-parser.js';

const FALLBACK_PATHS: readonly string[] = Object.values(HTTP_PATH);

/**
 * JSON bodies behind the same guard as frames: nested too deeply, they are refused before they are parsed. Pages of
 * customers send theirs as `text/plain`, so that browsers ask no permission first; that counts for the fallback alone.
 */
export function parseJsonBodies(fastify: FastifyInstance): void {
  const parseJson = fastify.getDefaultJsonParser('error', 'error');
  fastify.removeAllContentTypeParsers();
  for (const type of ['application/json', 'text/plain']) {
    fastify.addContentTypeParser(type, { parseAs: 'string' }, (request, body, done) => {
      const path = request.url.split('?')[0] ?? '';
      const isFallback = FALLBACK_PATHS.includes(path);
      const text = String(body);
      const isRefused =
        isTooDeep(text, LIMITS.frameDepth) ||
        (isFallback ? Buffer.byteLength(text) > LIMITS.requestBytes : type === 'text/plain');
      if (isRefused) done(new UserError('invalid_input'));
      else parseJson(request, text, done);
    });
  }
  // Files are read by whoever takes them, once it is known from whom they are: not a byte is buffered here.
  fastify.addContentTypeParser('application/octet-stream', (request, _, done) => {
    if (isUpload(request.method, request.url)) done(null);
    else done(new UserError('invalid_input'));
  });
}
