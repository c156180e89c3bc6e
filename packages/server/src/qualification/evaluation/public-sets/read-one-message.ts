import type { MessageId, SlotKind } from '@baton/shared-types';
import type { ReadingContext, Understanding } from '../../core/understanding/reading.js';
import { understandTurn } from '../../core/understanding/understand.js';
import { englishWords } from '../../core/words/english-words.js';
import { NOW } from '../play-chat.js';

/** Reads one English message by itself, after the question that was asked. */
export function readOneMessage(text: string, asked: SlotKind | null): Understanding {
  const context: ReadingContext = {
    messages: [{ id: `msg_${'0'.repeat(25)}1` as MessageId, text }],
    asked,
    lastAssistantText: null,
    now: NOW,
    timeZone: 'Europe/London',
    language: 'en',
    known: {},
  };
  return understandTurn(context, englishWords.readings);
}
