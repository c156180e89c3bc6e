import type { ChatModule } from './chat-shell.js';

/** The chunk's file name, compiled in by the build: no request for a manifest. */
declare const __CHAT_FILE__: string;

/** Loads the chat chunk once; after a failure the next call tries again under another address. */
export function createChatChunk(base: string): () => Promise<ChatModule> {
  let loading: Promise<ChatModule> | null = null;
  let attempt = 0;
  return () => {
    loading ??= importChunk(`${base}${__CHAT_FILE__}${attempt++ ? `?attempt=${attempt}` : ''}`).catch((error) => {
      loading = null;
      throw error;
    });
    return loading;
  };
}

function importChunk(address: string): Promise<ChatModule> {
  return import(/* @vite-ignore */ address);
}
