import type { ChatCall, ChatCalls } from './chat-shell.js';

export function callChat(chat: ChatCalls, [name, detail]: ChatCall): void {
  chat[name](detail as never);
}
