import {
  INTENTS,
  type Intent,
  SLOT_KINDS,
  type SlotKind,
  type SlotValueByKind,
  type Verdict,
} from '@baton/shared-types';
import { err, ok, type Result } from '../../kernel/result.js';

/** Words of one visitor turn; `quote` is an exact part of that turn's text. */
export interface Quote {
  readonly n: number;
  readonly quote: string;
}

export interface LabelledSlot<K extends SlotKind = SlotKind> {
  readonly value: SlotValueByKind[K];
  readonly evidence: readonly Quote[];
}

/** What should be held at the end of a chat, and in the same shape what we do hold. */
export interface ChatLabels {
  readonly slots: { readonly [K in SlotKind]?: LabelledSlot<K> };
  readonly conflicted: readonly SlotKind[];
  readonly corrected: readonly SlotKind[];
  readonly declined: readonly SlotKind[];
  readonly intents: readonly Intent[];
  readonly verdict: Verdict;
  readonly handoff: boolean;
}

export interface GoldenTurn {
  readonly n: number;
  readonly from: 'visitor' | 'assistant';
  readonly text: string;
  /** The slot an assistant turn asks for. */
  readonly asks: SlotKind | null;
}

/** A chat written and labelled apart from the rules. One JSON object per line of a golden file. */
export interface GoldenChat {
  readonly id: string;
  readonly language: string;
  readonly style: string;
  readonly turns: readonly GoldenTurn[];
  readonly gold: ChatLabels;
}

/** Reads one line of a golden file. The error says what is wrong and where in the object. */
export function parseGoldenChat(line: string): Result<GoldenChat, string> {
  try {
    return ok(asChat(JSON.parse(line)));
  } catch (error) {
    return err(error instanceof Error ? error.message : String(error));
  }
}

function asChat(raw: unknown): GoldenChat {
  const chat = asRecord(raw, 'chat');
  const turns = asList(chat['turns'], 'turns').map((turn, index) => asTurn(turn, `turns[${index}]`));
  return {
    id: asText(chat['id'], 'id'),
    language: asText(chat['language'], 'language'),
    style: typeof chat['style'] === 'string' ? chat['style'] : '',
    turns,
    gold: asLabels(chat['gold']),
  };
}

function asTurn(raw: unknown, where: string): GoldenTurn {
  const turn = asRecord(raw, where);
  const from = asMember(turn['from'], ['visitor', 'assistant'] as const, `${where}.from`);
  const asks = turn['asks'];
  return {
    n: asNumber(turn['n'], `${where}.n`),
    from,
    text: asText(turn['text'], `${where}.text`),
    asks: asks === undefined || asks === null ? null : asMember(asks, SLOT_KINDS, `${where}.asks`),
  };
}

function asLabels(raw: unknown): ChatLabels {
  const gold = asRecord(raw, 'gold');
  const slots: Record<string, unknown> = {};
  for (const [kind, slot] of Object.entries(asRecord(gold['slots'], 'gold.slots'))) {
    const where = `gold.slots.${kind}`;
    slots[asMember(kind, SLOT_KINDS, where)] = asSlot(slot, where);
  }
  const kinds = (name: string) =>
    asList(gold[name], `gold.${name}`).map((kind) => asMember(kind, SLOT_KINDS, `gold.${name}`));
  const verdict = gold['verdict'];
  return {
    // Values are compared field by field, so a value of the wrong shape is a miss and not a crash.
    slots: slots as ChatLabels['slots'],
    conflicted: kinds('conflicted'),
    corrected: kinds('corrected'),
    declined: kinds('declined'),
    intents: asList(gold['intents'], 'gold.intents').map((it) => asMember(it, INTENTS, 'gold.intents')),
    verdict:
      verdict === null
        ? null
        : asMember(verdict, ['qualified', 'needs_review', 'disqualified'] as const, 'gold.verdict'),
    handoff: gold['handoff'] === true,
  };
}

function asSlot(raw: unknown, where: string): { value: unknown; evidence: readonly Quote[] } {
  const slot = asRecord(raw, where);
  const evidence = asList(slot['evidence'], `${where}.evidence`).map((item) => {
    const quote = asRecord(item, `${where}.evidence`);
    return {
      n: asNumber(quote['n'], `${where}.evidence.n`),
      quote: asText(quote['quote'], `${where}.evidence.quote`),
    };
  });
  return { value: slot['value'], evidence };
}

function asRecord(raw: unknown, where: string): Readonly<Record<string, unknown>> {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw))
    throw new Error(`${where}: not an object`);
  return Object.fromEntries(Object.entries(raw));
}

function asList(raw: unknown, where: string): readonly unknown[] {
  if (!Array.isArray(raw)) throw new Error(`${where}: not a list`);
  return raw;
}

function asText(raw: unknown, where: string): string {
  if (typeof raw !== 'string') throw new Error(`${where}: not a text`);
  return raw;
}

function asNumber(raw: unknown, where: string): number {
  if (typeof raw !== 'number') throw new Error(`${where}: not a number`);
  return raw;
}

function asMember<T extends string>(raw: unknown, members: readonly T[], where: string): T {
  const found = members.find((member) => member === raw);
  if (found === undefined)
    throw new Error(`${where}: ${JSON.stringify(raw)} is none of ${members.join(', ')}`);
  return found;
}
