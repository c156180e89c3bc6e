/** The wire protocol between clients and the server. Raised when a client of the old number would misread the new. */
export const PROTOCOL_VERSION = 1;

/** Version of the stored event schema; older events are lifted by upcasters when read. */
export const EVENT_SCHEMA_VERSION = 1;

/** Where socket.io listens. */
export const SOCKET_PATH = '/v1/socket';

/** Where visitors' clients post commands and ask for news when WebSocket is blocked. */
export const HTTP_PATH = {
  command: '/v1/visitor/command',
  events: '/v1/visitor/events',
  greetings: '/v1/greetings',
  greetingShown: '/v1/greetings/shown',
} as const;

export const NAMESPACE = { visitor: '/visitor', agent: '/agent' } as const;

/** Limits that client and server share; the server enforces them, the client explains them. */
export const LIMITS = {
  /** Characters (UTF-16 units) of one message. */
  messageCharacters: 4_000,
  /** Bytes of one frame on the socket. */
  frameBytes: 16_384,
  /** Bytes of one request of the HTTP fallback; it carries the handshake, too. */
  requestBytes: 32_768,
  /** Nesting of brackets in one frame. */
  frameDepth: 16,
  /** Events in one page of the log. */
  batchEvents: 500,
  /** Characters of a client id. */
  clientIdCharacters: 64,
  /** Characters of the reason for an override. */
  reasonCharacters: 300,
  /** Characters of a page address or title that we keep. */
  pageCharacters: 2_000,
  /** Characters of the words beside a rating. */
  commentCharacters: 1_000,
  /** Characters of a value that a visitor corrects on their card. */
  answerCharacters: 500,
  /** Characters of the question for consent. */
  consentCharacters: 600,
  /** Characters of a text that a site puts in place of the widget's own. */
  widgetTextCharacters: 200,
  /** Characters of a greeting. */
  greetingCharacters: 200,
  /** Characters of a file's name. */
  fileNameCharacters: 120,
  /** Pixels of a picture, width times height. */
  picturePixels: 50_000_000,
} as const;
