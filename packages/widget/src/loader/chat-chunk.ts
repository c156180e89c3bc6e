import type { ChatModule } from './chat-shell.js';

/** The chunk's file name, compiled in by the build: no request for a manifest. */
declare const __CHAT_FILE__: string;

/** Loads the chat chunk once. Browsers remember a failed address, so every further attempt adds a `?`. */
export function createChatChunk(base: string): () => Promise<ChatModule> {
  let loading: Promise<ChatModule> | null = null;
  let attempts = 0;
  return () => {
    loading ??= importChunk(base + __CHAT_FILE__ + '?'.repeat(attempts++)).catch((error) => {
      loading = null;
      throw error;
    });
    return loading;
  };
}

function importChunk(address: string): Promise<ChatModule> {
  return import(/* @vite-ignore */ address);
}
