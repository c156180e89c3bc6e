/** The launcher's name: the one word that the loader has in every language. Where it is missing, it is `Chat`. */
export const OPEN: Readonly<Record<string, string>> = {
  en: 'Open chat',
  de: 'Chat öffnen',
};

/** What the shell says until the chat is there and says it in the page's language, a moment after the click. */
export const SHELL_TEXTS = {
  close: 'Close chat',
  write: 'Write a message…',
  send: 'Send',
  /** The words are the button for another try. */
  failed: 'The chat did not load. Try again',
} as const;
