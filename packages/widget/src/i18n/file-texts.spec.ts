import { describe, expect, it } from 'vitest';
import { FILE_TEXTS } from './file-texts.js';

const places = (text: string) => text.match(/\{\w+\}/g);

describe('the words about files', () => {
  it.each(Object.entries(FILE_TEXTS))(
    'in %s have the same places as in English, and none is empty',
    (_, texts) => {
      for (const [key, english] of Object.entries(FILE_TEXTS.en)) {
        const text = new Map(Object.entries(texts)).get(key) ?? '';
        expect([key, places(text)]).toEqual([key, places(english)]);
        expect(text.trim(), key).not.toBe('');
      }
    },
  );
});
