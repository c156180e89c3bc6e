import type {
  BundleSlot,
  HandoffReason,
  Playbook,
  SlotKey,
  SlotKind,
  SourcedSentence,
} from '@baton/shared-types';
import { displayValue } from '../../qualification/core/index.js';

const QUESTIONS_AT_MOST = 3;

export interface Occasion {
  readonly language: string;
  readonly reason: HandoffReason | null;
  /** What the visitor has asked and nobody has answered. */
  readonly open: readonly SourcedSentence[];
}

/**
 * A first reply for the agent to edit, good enough to be sent as it stands: it greets, shows that everything was
 * read, and takes up what is open. A draft, never sent by itself.
 */
export function suggestReply(slots: readonly BundleSlot[], { language, reason, open }: Occasion): string {
  const words = language.startsWith('de') ? GERMAN : ENGLISH;
  const held = (kind: SlotKind) => {
    const slot = slots.find((candidate) => candidate.kind === kind);
    return slot?.state === 'filled' && slot.current ? displayValue(slot.current.value, language) : null;
  };
  const name = language.startsWith('de') ? held('name') : held('name')?.split(' ')[0];
  const purpose = held('use_case')?.replace(/[.\s]+$/, '');
  const question = open.at(-1)?.text;
  const isComplaint = reason === 'complaint';
  const read = purpose ? words.read(purpose, held('team_size')) : words.readBriefly;
  return [
    words.hello(name ?? undefined),
    ...(isComplaint ? [words.sorry, words.readBriefly] : [read]),
    question ? words.answer(question) : isComplaint ? words.look : purpose ? words.offer : words.ask,
  ].join(' ');
}

/** What is still worth asking, in the conversation's language, in the playbook's order. */
export function nextQuestions(
  slots: readonly BundleSlot[],
  playbook: Playbook,
  { language, reason }: Pick<Occasion, 'language' | 'reason'>,
): readonly string[] {
  const missing = new Set(
    slots
      .filter(({ state }) => state === 'not_asked' || state === 'unclear' || state === 'conflicting')
      .map(({ key }) => key),
  );
  const isReached = slots.some(({ key, state }) => playbook.contact.includes(key) && state === 'filled');
  // One way to reach somebody is enough to ask for.
  const wayToReach = isReached ? null : playbook.contact.find((key) => missing.has(key));
  return playbook.ladder
    .filter((key) => !playbook.contact.includes(key) || key === wayToReach)
    .filter((key) => missing.has(key) && (reason !== 'complaint' || isNeededToHelp(key, playbook)))
    .flatMap((key) => playbook.slots.find((slot) => slot.key === key) ?? [])
    .map((slot) => slot.ask[primary(language)] ?? slot.ask.en)
    .slice(0, QUESTIONS_AT_MOST);
}

/** Somebody who complains is asked who they are, not what they would buy. */
function isNeededToHelp(key: SlotKey, { slots, contact }: Playbook): boolean {
  const kind = slots.find((slot) => slot.key === key)?.kind;
  return contact.includes(key) || kind === 'name' || kind === 'company';
}

function primary(language: string): string {
  return language.toLowerCase().split(/[-_]/)[0] ?? 'en';
}

const ENGLISH = {
  hello: (name: string | undefined) => (name ? `Hi ${name},` : 'Hi,'),
  sorry: 'I am sorry about the trouble.',
  read: (purpose: string, team: string | null) =>
    `I have read the chat, so no need to repeat anything: “${purpose}”${team ? `, for ${team} ${team === '1' ? 'person' : 'people'}` : ''}.`,
  readBriefly: 'I have read the chat, so no need to repeat anything.',
  answer: (question: string) => `You asked “${question}”: let me check that for you right now.`,
  look: 'I am looking into it right now.',
  offer: 'Shall I show you how that would look for you?',
  ask: 'How can I help you best?',
};

const GERMAN: typeof ENGLISH = {
  hello: (name) => (name ? `Hallo ${name},` : 'Hallo,'),
  sorry: 'es tut mir leid, dass Sie Ärger haben;',
  read: (purpose, team) =>
    `ich habe den Chat gelesen, Sie müssen nichts wiederholen: „${purpose}“${team ? `, für ${team} ${team === '1' ? 'Person' : 'Personen'}` : ''}.`,
  readBriefly: 'ich habe den Chat gelesen, Sie müssen nichts wiederholen.',
  answer: (question) => `Sie haben gefragt: „${question}“ Ich sehe gleich für Sie nach.`,
  look: 'Ich kümmere mich jetzt darum.',
  offer: 'Soll ich Ihnen zeigen, wie das bei Ihnen aussehen würde?',
  ask: 'Wie kann ich Ihnen am besten helfen?',
};
