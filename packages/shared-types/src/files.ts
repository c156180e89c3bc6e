import type { ConversationId, FileId, MessageId } from './ids.js';

/**
 * Kinds of file that are taken, told by their content and never by what the sender calls them. Pictures are shown;
 * everything else is for downloading.
 */
export const FILE_TYPES = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
  'text/plain': 'txt',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'pptx',
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/vnd.oasis.opendocument.spreadsheet': 'ods',
  'application/vnd.oasis.opendocument.presentation': 'odp',
} as const;

export type FileType = keyof typeof FILE_TYPES;

/** A file in the log: what it is, not what is in it. */
export interface FileRecord {
  readonly fileId: FileId;
  /** As the sender named it, without what could deceive; ends in the extension of its type. Untrusted text. */
  readonly name: string;
  readonly type: FileType;
  /** Bytes as kept. */
  readonly size: number;
  /** Of pictures, in pixels as they are shown; else null. */
  readonly width: number | null;
  readonly height: number | null;
}

/** What may be sent on a site; absent where files are switched off. */
export interface FileRules {
  /** Bytes of one file. */
  readonly maxBytes: number;
}

/** Where a visitor's client sends files to, and gets them: the id follows after a slash. */
export const VISITOR_FILES_PATH = '/v1/visitor/files';

/** Header with the site key, beside `authorization: Bearer <visitor token>`: nothing of it stands in an address. */
export const SITE_HEADER = 'x-baton-site';

/** Header with `UploadHead` as JSON, percent-encoded. The body is the file, as `application/octet-stream`. */
export const UPLOAD_HEADER = 'x-baton-file';

export interface UploadHead {
  /** As of a message: a retry with the same one is answered with the first. */
  readonly clientId: string;
  /** What the sender calls it. */
  readonly name: string;
}

/** Answered once message and file are committed. */
export interface FileAccepted {
  readonly conversationId: ConversationId;
  readonly messageId: MessageId;
  readonly seq: number;
  readonly file: FileRecord;
}
