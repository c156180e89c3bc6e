import type { ErrorCode } from '@baton/shared-types';

/** What every error code says to an agent, in English. */
export const englishErrors = {
  not_found: 'There is nothing here that you may see.',
  invalid_input: 'Something in the form is not right. Check it and try again.',
  message_too_long: 'The message is longer than 4,000 characters. Shorten it and send it again.',
  message_empty: 'The message is empty.',
  protocol_unsupported: 'This page is older than the server. Reload it.',
  site_refused: 'This site key is unknown or not allowed on this origin.',
  session_invalid: 'Your session has ended. Sign in again.',
  identity_refused: 'It could not be verified who the visitor is.',
  identity_required: 'This chat is for signed-in visitors.',
  consent_required: 'The visitor has not agreed to the chat.',
  sign_in_failed: 'The e-mail or the password is not right.',
  not_owner: 'Somebody else owns this conversation now.',
  handoff_taken: 'A colleague has already taken this conversation.',
  target_unavailable: 'Nobody there can take this conversation now. Choose somebody else.',
  conversation_closed: 'This conversation is closed.',
  epoch_stale: 'The conversation changed hands in the meantime. Look at it again.',
  too_many_requests: 'Too many requests in a short time. Wait a moment and try again.',
  playbook_invalid: 'The playbook has errors. Nothing was published.',
  playbook_gate: 'Golden conversations would be decided differently, so the playbook was not published.',
  draft_changed: 'Somebody else has saved the draft in the meantime. Load it again.',
  unavailable: 'The server cannot be reached. Try again in a moment.',
  unexpected: 'Something went wrong on the server. Try again; if it stays, tell your admin.',
} satisfies Record<ErrorCode, string>;
