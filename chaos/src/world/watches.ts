import type { RecordEntry } from '../history/line.ts';
import type { Link } from './link.ts';

const ACCEPTED = /"messageId":"(msg_[^"]+)","seq":\d+\}/g;
const CLIENT_ID = /"client(?:_i|I)d":"((?:v|agent)[^"]+)"/g;

/** Reads acknowledgements out of bytes that the client never got. */
export function watchAcknowledgements(record: RecordEntry): (chunk: Buffer) => void {
  return (chunk) => {
    for (const [, messageId = ''] of chunk.toString('latin1').matchAll(ACCEPTED))
      record({ f: 'swallowed', messageId });
  };
}

/**
 * Reads what is being committed out of the bytes that a node sends to the database. Armed, it lets the next COMMIT
 * that carries somebody's message through and cuts the connection before the answer.
 */
export function watchCommits(record: RecordEntry) {
  let armed = 0;
  return {
    arm: (times: number): void => {
      armed = times;
    },
    see: (chunk: Buffer, link: Link): boolean => {
      const text = chunk.toString('latin1');
      for (const [, cid = ''] of text.matchAll(CLIENT_ID)) link.note = cid;
      if (!text.includes('COMMIT')) return false;
      const cid = link.note;
      link.note = null;
      if (armed === 0 || cid === null) return false;
      armed -= 1;
      record({ f: 'commit-unknown', cid });
      return true;
    },
  };
}
