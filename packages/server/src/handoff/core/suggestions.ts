import type { BundleSlot, Playbook, SlotKind, SourcedSentence } from '@baton/shared-types';
import { displayValue } from '../../qualification/core/index.js';

const QUESTIONS_AT_MOST = 3;

/** A first reply for the agent to edit: greets, shows that everything was read, takes up what is open. A draft, never sent. */
export function suggestReply(
  slots: readonly BundleSlot[],
  open: readonly SourcedSentence[],
  language: string,
): string {
  const words = language.startsWith('de') ? GERMAN : ENGLISH;
  const held = (kind: SlotKind) => {
    const slot = slots.find((candidate) => candidate.kind === kind);
    return slot?.state === 'filled' && slot.current ? displayValue(slot.current.value, language) : null;
  };
  const name = held('name')?.split(' ')[0];
  const purpose = held('use_case')?.replace(/[.\s]+$/, '');
  const team = held('team_size');
  const question = open.at(-1)?.text;
  return [
    words.hello(name),
    purpose ? words.read(purpose, team) : words.readBriefly,
    question ? words.answer(question) : words.offer,
  ].join(' ');
}

/** What is still worth asking, in the conversation's language, in the playbook's order. */
export function nextQuestions(
  slots: readonly BundleSlot[],
  playbook: Playbook,
  language: string,
): readonly string[] {
  const missing = new Set(
    slots
      .filter(({ state }) => state === 'not_asked' || state === 'unclear' || state === 'conflicting')
      .map(({ key }) => key),
  );
  return playbook.ladder
    .filter((key) => missing.has(key))
    .flatMap((key) => playbook.slots.find((slot) => slot.key === key) ?? [])
    .map((slot) => slot.ask[primary(language)] ?? slot.ask.en)
    .slice(0, QUESTIONS_AT_MOST);
}

function primary(language: string): string {
  return language.toLowerCase().split(/[-_]/)[0] ?? 'en';
}

const ENGLISH = {
  hello: (name: string | undefined) => (name ? `Hi ${name},` : 'Hi,'),
  read: (purpose: string, team: string | null) =>
    `I have read the chat, so no need to repeat anything: “${purpose}”${team ? `, for ${team} people` : ''}.`,
  readBriefly: 'I have read the chat, so no need to repeat anything.',
  answer: (question: string) => `You asked: “${question}”`,
  offer: 'Shall I show you how that would look for you?',
};

const GERMAN: typeof ENGLISH = {
  hello: (name) => (name ? `Hallo ${name},` : 'Hallo,'),
  read: (purpose, team) =>
    `ich habe den Chat gelesen, Sie müssen nichts wiederholen: „${purpose}“${team ? `, für ${team} Personen` : ''}.`,
  readBriefly: 'ich habe den Chat gelesen, Sie müssen nichts wiederholen.',
  answer: (question) => `Sie haben gefragt: „${question}“`,
  offer: 'Soll ich Ihnen zeigen, wie das bei Ihnen aussehen würde?',
};
