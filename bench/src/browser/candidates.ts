import type { PeerName } from './fetch-peers.ts';

/** A page with one chat on it, or with none. */
export interface Candidate {
  readonly name: string;
  readonly html: string;
  /** The element that a visitor sees first, as a path of selectors through shadow roots; null for the empty page. */
  readonly seen: readonly string[] | null;
  /** Whether that is a button that opens the chat; else it is the chat itself. */
  readonly isButton: boolean;
}

export const EMPTY: Candidate = { name: 'the page alone', html: '', seen: null, isButton: false };

export function baton(serverUrl: string): Candidate {
  return {
    name: 'Baton',
    html: `<script async src="${serverUrl}/widget/loader.js" data-site="demo-tidewater"></script>`,
    seen: ['baton-chat', '.launcher'],
    isButton: true,
  };
}

/** The peers as their guides embed them. */
export function peers(filesUrl: string): readonly Candidate[] {
  const at = (name: PeerName, file: string) => `${filesUrl}/${name}/${file}`;
  return [
    {
      name: 'deep-chat',
      html: `<script type="module" src="${at('deep-chat', 'dist/deepChat.bundle.js')}"></script>
        <deep-chat connect='{"url":"${filesUrl}/answer"}'></deep-chat>`,
      seen: ['deep-chat', '#text-input'],
      isButton: false,
    },
    {
      name: '@n8n/chat',
      html: `<link rel="stylesheet" href="${at('@n8n/chat', 'dist/style.css')}">
        <script type="module">import { createChat } from '${at('@n8n/chat', 'dist/chat.bundle.es.js')}';
        createChat({ webhookUrl: '${filesUrl}/answer' });</script>`,
      seen: ['.chat-window-toggle'],
      isButton: true,
    },
    {
      name: '@typebot.io/js',
      html: `<script type="module">import Typebot from '${at('@typebot.io/js', 'dist/web.js')}';
        Typebot.initBubble({ typebot: 'bench', apiHost: '${filesUrl}' });</script>`,
      seen: ['typebot-bubble', 'button'],
      isButton: true,
    },
  ];
}
