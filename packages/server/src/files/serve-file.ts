import type { FastifyReply } from 'fastify';
import type { KeptFile } from './file-shelf.service.js';

/**
 * Headers under which nothing that somebody sent can run or be taken for a page of ours: a download of exactly this
 * type, in an origin of its own should a browser open it after all, and for nobody to embed or to keep.
 */
export function serveFile(reply: FastifyReply, { file, bytes }: KeptFile): Buffer {
  const type = file.type === 'text/plain' ? 'text/plain; charset=utf-8' : file.type;
  reply
    .header('content-type', type)
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeName(file.name)}`)
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('x-content-type-options', 'nosniff')
    .header('cross-origin-resource-policy', 'same-origin')
    .header('cross-origin-opener-policy', 'same-origin')
    .header('referrer-policy', 'no-referrer')
    .header('cache-control', 'private, no-store');
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** RFC 8187: of what `encodeURIComponent` leaves as it is, some characters still have to be encoded. */
function encodeName(name: string): string {
  return encodeURIComponent(name).replace(
    /['()*]/g,
    (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
