import { SLOT_KINDS } from '@baton/shared-types';
import type { ChatLabels } from './golden-chat.js';
import {
  f1Of,
  type PlayedChat,
  precisionOf,
  type Rate,
  recallOf,
  type Scores,
  type Tally,
} from './score-chats.js';

export interface JsonReport {
  readonly summary: Readonly<Record<string, unknown>>;
  readonly chats: readonly { readonly id: string; readonly predicted: ChatLabels }[];
}

/** The report for machines: enough to score the predictions again elsewhere. */
export function jsonReport(scores: Scores, played: readonly PlayedChat[]): JsonReport {
  const f1 = (tally: Tally) => round(f1Of(tally));
  return {
    summary: {
      chats: scores.chats,
      microF1: f1(scores.allSlots),
      microF1WithoutUseCase: f1(scores.factSlots),
      slots: Object.fromEntries(
        SLOT_KINDS.map((kind) => {
          const tally = scores.slots[kind];
          return [
            kind,
            { precision: round(precisionOf(tally)), recall: round(recallOf(tally)), f1: f1(tally) },
          ];
        }),
      ),
      declinedF1: f1(scores.declined),
      conflictedF1: f1(scores.conflicted),
      correctedF1: f1(scores.corrected),
      intentsF1: f1(scores.intents),
      verdictAccuracy: round(share(scores.verdict)),
      handoffAccuracy: round(share(scores.handoff)),
      falseEvidence: scores.falseEvidence,
    },
    chats: played.map(({ chat, predicted }) => ({ id: chat.id, predicted })),
  };
}

/** The report for people: one table of slots, one of the rest. */
export function textReport(title: string, scores: Scores): string {
  const rows = [
    ...SLOT_KINDS.map((kind) => tallyRow(kind, scores.slots[kind])),
    tallyRow('all slots (micro)', scores.allSlots),
    tallyRow('without use_case', scores.factSlots),
    tallyRow('declined', scores.declined),
    tallyRow('conflicted', scores.conflicted),
    tallyRow('corrected', scores.corrected),
    tallyRow('intents (micro)', scores.intents),
  ];
  return [
    `${title}: ${scores.chats} chats`,
    '                      precision  recall      F1   right invented missed',
    ...rows,
    `verdict ${rateText(scores.verdict)}   handoff ${rateText(scores.handoff)}   false evidence ${scores.falseEvidence}`,
  ].join('\n');
}

/** One line per file. */
export function filesReport(files: readonly { readonly name: string; readonly scores: Scores }[]): string {
  const header = 'file                  chats  micro F1  w/o use_case  intents  verdict  handoff';
  const lines = files.map(({ name, scores }) =>
    [
      name.padEnd(22),
      String(scores.chats).padStart(5),
      percent(f1Of(scores.allSlots)).padStart(10),
      percent(f1Of(scores.factSlots)).padStart(14),
      percent(f1Of(scores.intents)).padStart(9),
      percent(share(scores.verdict)).padStart(9),
      percent(share(scores.handoff)).padStart(9),
    ].join(''),
  );
  return [header, ...lines].join('\n');
}

/** Every miss on a line of its own. */
export function missesReport(scores: Scores): string {
  return scores.misses
    .map(
      (miss) =>
        `${miss.chat} ${miss.what}: expected ${JSON.stringify(miss.expected)}, got ${JSON.stringify(miss.predicted)}`,
    )
    .join('\n');
}

function tallyRow(name: string, tally: Tally): string {
  return [
    name.padEnd(22),
    percent(precisionOf(tally)).padStart(9),
    percent(recallOf(tally)).padStart(8),
    percent(f1Of(tally)).padStart(8),
    String(tally.right).padStart(8),
    String(tally.invented).padStart(9),
    String(tally.missed).padStart(7),
  ].join('');
}

function rateText(rate: Rate): string {
  return `${rate.right}/${rate.of} (${percent(share(rate))})`;
}

function share({ right, of }: Rate): number {
  return of === 0 ? 1 : right / of;
}

function percent(value: number): string {
  return (value * 100).toFixed(1);
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
