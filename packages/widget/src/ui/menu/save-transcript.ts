import type { ConversationView } from '@baton/shared-types';
import { type TranscriptWords, transcript } from '../../core/transcript.js';
import { downloadText } from '../../platform/download-text.js';

/** Loaded by who wants one. */
export function saveTranscript(view: ConversationView, words: TranscriptWords): void {
  downloadText('chat.txt', transcript(view, words));
}
