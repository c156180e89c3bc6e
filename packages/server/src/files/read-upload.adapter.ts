import type { IncomingMessage } from 'node:http';
import { UserError } from '../kernel/errors.js';

/** The announced length of a body. Without one nobody could say beforehand whether there is room for it. */
export function announcedLength({ headers }: IncomingMessage, most: number): number {
  const length = /^\d{1,12}$/.test(headers['content-length'] ?? '')
    ? Number(headers['content-length'])
    : null;
  if (length === null) throw new UserError('invalid_input', ['content-length: is needed']);
  if (length > most) throw new UserError('file_too_large', [`at most ${most} bytes`]);
  if (length === 0) throw new UserError('file_refused', ['the file is empty']);
  return length;
}

/** The whole body, in memory. Throws `invalid_input` when it ends before its announced length. */
export async function readUpload(request: IncomingMessage, length: number): Promise<Uint8Array> {
  const whole = Buffer.alloc(length);
  let at = 0;
  try {
    for await (const piece of request) {
      if (!(piece instanceof Uint8Array) || at + piece.length > length) throw new UserError('invalid_input');
      whole.set(piece, at);
      at += piece.length;
    }
  } catch (error) {
    throw error instanceof UserError ? error : new UserError('invalid_input');
  }
  if (at !== length) throw new UserError('invalid_input');
  return whole;
}
