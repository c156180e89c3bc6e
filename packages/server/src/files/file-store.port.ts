import type { FileId, WorkspaceId } from '@baton/shared-types';
import type { Transaction } from '../database/index.js';

/** Whose bytes. */
export interface FileKey {
  readonly workspaceId: WorkspaceId;
  readonly fileId: FileId;
}

/**
 * Where the bytes of files lie. A store outside the database may ignore the transaction: bytes without a row are never
 * found, and a row whose bytes are missing answers like a file that does not exist.
 */
export interface FileStore {
  /** The row of the file exists in this transaction. */
  put(tx: Transaction, key: FileKey, bytes: Uint8Array): Promise<void>;
  /** Null: there are none. */
  find(tx: Transaction, key: FileKey): Promise<Uint8Array | null>;
  /** Called before the row goes. Removing what is not there is no error. */
  remove(tx: Transaction, key: FileKey): Promise<void>;
}

export const FILE_STORE = Symbol('FileStore');
