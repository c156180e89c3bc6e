import { signal } from '@preact/signals';
import { english, type Texts } from './english.js';

const current = signal<Texts>(english);

/** The words in the language of the moment; a view that calls this follows a change of language. */
export function texts(): Texts {
  return current.value;
}

/** Takes the first language of `wanted` that we speak; English is there from the start. */
export async function chooseLanguage(wanted: readonly string[]): Promise<void> {
  for (const tag of wanted) {
    const language = tag.split('-')[0];
    if (language === 'en') {
      current.value = english;
      return;
    }
    if (language === 'de') {
      const { german } = await import('./german.js');
      current.value = german;
      return;
    }
  }
}
