/** Who is to blame, and so who can mend it: the caller, the surroundings, or us. */
export type ErrorFamily = 'user' | 'operational' | 'unexpected';

interface ErrorEntry {
  readonly family: ErrorFamily;
  /** HTTP status where the error leaves over HTTP. */
  readonly status: number;
  /** One sentence for people: what happened and what to do. */
  readonly message: string;
  /** Whether sending the same again later can succeed. */
  readonly retry: boolean;
}

const entry = (family: ErrorFamily, status: number, retry: boolean, message: string): ErrorEntry => ({
  family,
  status,
  retry,
  message,
});

/** Every error code that crosses a boundary, once. */
export const ERRORS = {
  not_found: entry('user', 404, false, 'There is nothing here that you may see.'),
  invalid_input: entry('user', 400, false, 'The request does not have the expected form.'),
  message_too_long: entry(
    'user',
    400,
    false,
    'The message is longer than 4,000 characters. Please shorten it.',
  ),
  message_empty: entry('user', 400, false, 'The message is empty.'),
  protocol_unsupported: entry(
    'user',
    426,
    false,
    'This client is too old or too new for the server. Reload the page.',
  ),
  site_refused: entry('user', 403, false, 'This site key is unknown or not allowed on this origin.'),
  session_invalid: entry('user', 401, false, 'The session has ended. Please start again.'),
  identity_refused: entry('user', 401, false, 'It could not be verified who you are. Please sign in again.'),
  identity_required: entry('user', 401, false, 'This chat is for signed-in users. Please sign in first.'),
  consent_required: entry('user', 403, false, 'The visitor has to agree before they can write.'),
  sign_in_failed: entry('user', 401, false, 'The sign-in details are not right, or the link has been used.'),
  not_owner: entry('user', 409, false, 'Somebody else owns this conversation now.'),
  handoff_taken: entry('user', 409, false, 'A colleague has already taken this conversation.'),
  target_unavailable: entry('user', 409, false, 'Nobody there can take this conversation now.'),
  conversation_closed: entry('user', 409, false, 'This conversation is closed.'),
  epoch_stale: entry('user', 409, false, 'The conversation changed hands in the meantime.'),
  too_many_requests: entry('user', 429, true, 'Too many messages in a short time. Please wait a moment.'),
  file_refused: entry(
    'user',
    415,
    false,
    'This kind of file is not taken. Pictures (JPEG, PNG, GIF, WebP), PDF, plain text and office documents are.',
  ),
  file_too_large: entry('user', 413, false, 'The file is too large.'),
  file_limit: entry('user', 409, false, 'No more files can be sent here for now.'),
  files_off: entry('user', 403, false, 'Files are not taken here.'),
  playbook_invalid: entry('user', 422, false, 'The playbook has errors; nothing was changed.'),
  playbook_gate: entry(
    'user',
    409,
    false,
    'Golden conversations would be decided differently, so the playbook was not published.',
  ),
  draft_changed: entry(
    'user',
    409,
    false,
    'Somebody else has saved the draft in the meantime. Load it again.',
  ),
  unavailable: entry(
    'operational',
    503,
    true,
    'The server cannot do this right now. It will be tried again.',
  ),
  unexpected: entry('unexpected', 500, false, 'Something went wrong on our side. It has been logged.'),
} as const satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof ERRORS;

/** An error as it crosses the wire. Never carries input, stack or SQL. */
export interface WireError {
  readonly code: ErrorCode;
  readonly message: string;
  /** For people: where it is wrong, e.g. `line 12: …`. */
  readonly details?: readonly string[];
}
