import type { ReadonlySignal, Signal } from '@preact/signals';
import type { ComponentChild } from 'preact';
import type { ChatModel } from '../core/chat-model.js';
import type { ThreadMessage } from '../core/thread.js';
import type { FixedTexts, Texts } from '../i18n/texts-en.js';

/** What every part of the chat gets: the state, the words and the time format. */
export interface Chat {
  readonly model: ChatModel;
  readonly texts: Texts;
  readonly fixed: FixedTexts;
  /** Whether new messages chime while nobody looks. */
  readonly sound: Signal<boolean>;
  readonly formatTime: (at: number) => string;
  /** Company's name; empty until the session is there. */
  readonly company: ReadonlySignal<string>;
  readonly assistant: ReadonlySignal<string>;
  /** What is known of how long one waits for a person; empty when nothing is. */
  readonly waits: ReadonlySignal<string>;
  /** Draws what a message carries; undefined until the part that can has been loaded. */
  readonly files: Signal<((message: ThreadMessage) => ComponentChild) | undefined>;
  /** Puts the focus where the work goes on after a button has gone: the text box, on touch screens the thread. */
  readonly moveFocusOn: () => void;
  /** Says what a button or a field stands for. */
  readonly say: (text: string) => void;
}
