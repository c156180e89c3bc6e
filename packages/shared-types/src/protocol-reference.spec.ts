import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { AGENT_COMMAND, VISITOR_COMMAND } from './commands.js';
import { ERRORS } from './errors.js';
import { PUBLIC_EVENTS } from './events.js';
import { NOTICE } from './notices.js';
import { HTTP_PATH, LIMITS, NAMESPACE, PROTOCOL_VERSION, SOCKET_PATH } from './protocol.js';

const page = readFileSync(new URL('../../../docs/protocol.md', import.meta.url), 'utf8');

/** What each limit counts; a new limit fails to compile until it is described. */
const LIMIT_TEXTS: Record<keyof typeof LIMITS, string> = {
  messageCharacters: 'characters of a message (UTF-16 units)',
  frameBytes: 'bytes of a frame',
  requestBytes: 'bytes of a request of the HTTP fallback',
  frameDepth: 'brackets nested in a frame or request',
  batchEvents: 'events in a page of the log',
  clientIdCharacters: 'characters of a client id',
  reasonCharacters: 'characters of a reason for an override',
  pageCharacters: 'characters kept of a page’s address or title',
  commentCharacters: 'characters of the words beside a rating',
  answerCharacters: 'characters of a value corrected on the card',
  consentCharacters: 'characters of the question for consent',
  widgetTextCharacters: 'characters of a text that a site puts in place of the widget’s own',
  greetingCharacters: 'characters of a greeting',
  fileNameCharacters: 'characters kept of a file’s name',
  picturePixels: 'pixels of a picture',
};

describe('docs/protocol.md', () => {
  it('has every error as it is', () => {
    const rows = Object.entries(ERRORS).map(
      ([code, { status, retry, message }]) =>
        `| \`${code}\` | ${status} | ${retry ? 'again' : ''} | ${message} |`,
    );
    expect(page).toContain(['| code | HTTP | | sentence |', '|---|---|---|---|', ...rows, ''].join('\n'));
  });

  it('has every limit as it is', () => {
    const rows = Object.entries(LIMITS).map(
      ([name, most]) => `| ${most.toLocaleString('en')} | ${LIMIT_TEXTS[name as keyof typeof LIMITS]} |`,
    );
    expect(page).toContain(['| at most | |', '|---|---|', ...rows, ''].join('\n'));
  });

  it.each([
    ...Object.values(VISITOR_COMMAND),
    ...Object.values(AGENT_COMMAND),
    ...Object.values(NOTICE),
    ...PUBLIC_EVENTS,
    SOCKET_PATH,
    ...Object.values(HTTP_PATH),
    ...Object.values(NAMESPACE),
  ])('speaks of %s', (name) => {
    expect(page).toContain(`\`${name}\``);
  });

  it('is about the version that is spoken', () => {
    expect(page).toContain(`# The wire protocol, version ${PROTOCOL_VERSION}`);
  });
});
