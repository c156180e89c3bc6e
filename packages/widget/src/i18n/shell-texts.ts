import type { Language } from './language.js';

/** The few words that the loader needs before the chat itself is there. */
export interface ShellTexts {
  readonly open: string;
  readonly close: string;
  readonly unread: string;
  readonly write: string;
  readonly send: string;
  readonly failed: string;
  readonly again: string;
}

export const SHELL_TEXTS: Readonly<Record<Language, ShellTexts>> = {
  en: {
    open: 'Open chat',
    close: 'Close chat',
    unread: 'unread',
    write: 'Write a message…',
    send: 'Send',
    failed: 'The chat did not load.',
    again: 'Try again',
  },
  de: {
    open: 'Chat öffnen',
    close: 'Chat schließen',
    unread: 'ungelesen',
    write: 'Nachricht schreiben …',
    send: 'Senden',
    failed: 'Der Chat wurde nicht geladen.',
    again: 'Erneut versuchen',
  },
};
