import { LIMITS } from '@baton/shared-types';
import * as parser from 'socket.io-parser';

/**
 * socket.io's decoder behind a guard: a frame that is too long or nested too deeply is refused before it is
 * parsed. The parser and what follows it recurse; a few kilobytes of brackets would end the process.
 */
class GuardedDecoder extends parser.Decoder {
  override add(frame: string | Buffer): void {
    if (typeof frame !== 'string') throw new Error('binary frames are not part of the protocol');
    if (frame.length > LIMITS.frameBytes || isTooDeep(frame, LIMITS.frameDepth))
      throw new Error('frame refused');
    super.add(frame);
  }
}

/** socket.io's encoder looks through all of a packet for bytes before it writes it; ours are always text. */
class TextEncoder extends parser.Encoder {
  override encode({ type, nsp, id, data }: parser.Packet): string[] {
    const body = data === undefined || data === null ? '' : JSON.stringify(data);
    return [`${type}${nsp === '/' ? '' : `${nsp},`}${id ?? ''}${body}`];
  }
}

export const guardedParser = { Encoder: TextEncoder, Decoder: GuardedDecoder };

/** Whether JSON text nests brackets more than `max` deep. One pass, no allocation; brackets inside strings do not count. */
export function isTooDeep(text: string, max: number): boolean {
  let depth = 0;
  let inString = false;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (inString) {
      if (code === BACKSLASH) i += 1;
      else if (code === QUOTE) inString = false;
    } else if (code === QUOTE) inString = true;
    else if (code === OPEN_LIST || code === OPEN_OBJECT) {
      depth += 1;
      if (depth > max) return true;
    } else if (code === CLOSE_LIST || code === CLOSE_OBJECT) depth -= 1;
  }
  return false;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
