import type { MessageId } from './ids.js';
import type { InboxRow } from './inbox.js';

/** One conversation that a search found, with the latest message that holds a wanted word. */
export interface SearchHit {
  readonly row: InboxRow;
  /** Null when only the label holds the words. */
  readonly message: {
    readonly messageId: MessageId;
    readonly at: string;
    readonly from: InboxRow['lastFrom'];
    /** A part of the message around the first wanted word; `start` and `end` are where that word stands in it. */
    readonly excerpt: string;
    readonly start: number;
    readonly end: number;
    /** Where the same word stands in the whole message, in UTF-16 units. */
    readonly wordStart: number;
    readonly wordEnd: number;
  } | null;
}

export interface SearchPage {
  readonly hits: readonly SearchHit[];
  /** To be passed as `after` for the next page; null on the last one. */
  readonly next: string | null;
  /** Conversations that have not been read into the index yet; 0 means that nothing can be missing. */
  readonly unread: number;
}
