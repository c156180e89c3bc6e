import { SLOT_KINDS, type SlotKind } from '@baton/shared-types';
import type { GoldenChat } from '../golden-chat.js';
import { phrasesIn, type VisitorPhrases } from './visitor-phrases.js';

/** Ways of answering, each a habit of real visitors. */
export const FLAVOURS = [
  'terse',
  'chatty',
  'refusing',
  'correcting',
  'contradicting',
  'changing-subject',
] as const;
export type Flavour = (typeof FLAVOURS)[number];

/** What a refusing visitor keeps to themselves: nothing that the verdict depends on. */
const KEPT_BACK: ReadonlySet<SlotKind> = new Set(['name', 'company', 'timeline']);

/**
 * A visitor who wants what a golden chat says and answers whatever *our* assistant asks, in the words of that
 * chat's visitor. Deterministic.
 */
export class SimulatedVisitor {
  /** Slots whose value this visitor has given. */
  private readonly told = new Set<SlotKind>();
  private hasStrayed = false;
  private leftOpen: SlotKind | null = null;
  private readonly slips = new Set<SlotKind>();
  private unasked = 1;
  private readonly phrases: VisitorPhrases;

  constructor(
    private readonly chat: GoldenChat,
    private readonly flavour: Flavour,
  ) {
    this.phrases = phrasesIn(chat.language);
  }

  /** The first lines, as the golden chat has them. */
  open(): string {
    const lines: string[] = [];
    for (const turn of this.chat.turns) {
      if (turn.from === 'assistant') break;
      lines.push(turn.text);
    }
    this.noteTold(lines.join('\n'));
    return lines.join('\n');
  }

  /** The answer to the question for a slot. */
  answer(asked: SlotKind): string {
    if (this.flavour === 'changing-subject' && !this.hasStrayed) {
      this.hasStrayed = true;
      this.leftOpen = asked;
      return this.phrases.strays;
    }
    if (asked === this.leftOpen) this.leftOpen = null;
    const gold = this.chat.gold.slots[asked];
    const refuses = this.flavour === 'refusing' && KEPT_BACK.has(asked);
    if (this.chat.gold.declined.includes(asked) || refuses) return this.phrases.declines;
    const last = gold?.evidence.at(-1);
    if (gold === undefined || last === undefined)
      return this.phrases.unknown[asked] ?? this.phrases.doesNotKnow;
    const slip = this.slip(asked, last.quote);
    if (slip !== null) return slip;
    this.told.add(asked);
    // A correction in part needs what it corrects.
    const said = this.flavour === 'chatty' ? gold.evidence.map(({ n }) => n) : [];
    const wholes = this.chat.turns.filter(({ n }) => said.includes(n)).map(({ text }) => text);
    const words = wholes.length > 0 ? wholes : gold.evidence.map(({ quote }) => quote);
    const answer = words.join('\n');
    this.noteTold(answer);
    return answer;
  }

  /**
   * When nothing new is asked: goes back to the question that was left open, else says what the chat's visitor
   * says next of their own accord; null when there is neither.
   */
  resume(): string | null {
    const open = this.leftOpen;
    this.leftOpen = null;
    if (open !== null) return this.answer(open);
    const lines = unaskedLines(this.chat);
    const text = lines[this.unasked] ?? null;
    this.unasked += 1;
    if (text !== null) this.noteTold(text);
    return text;
  }

  /** Something to say of their own accord after an answer; null when there is nothing. */
  addition(asked: SlotKind): string | null {
    const quote = this.chat.gold.slots[asked]?.evidence.at(-1)?.quote;
    if (quote === undefined || !this.slips.has(asked) || this.told.has(asked)) return null;
    this.told.add(asked);
    return this.flavour === 'correcting' ? `${this.phrases.corrects} ${quote}` : quote;
  }

  /** Who corrects or contradicts first says another team size. */
  private slip(asked: SlotKind, quote: string): string | null {
    const slips = this.flavour === 'correcting' || this.flavour === 'contradicting';
    if (!slips || asked !== 'team_size' || this.slips.has(asked)) return null;
    const number = /\d+/u.exec(quote);
    if (number === null) return null;
    this.slips.add(asked);
    return quote.replace(number[0], String(Number(number[0]) * 3));
  }

  /** Whatever of the gold stands in a text has been told with it. */
  private noteTold(text: string): void {
    for (const kind of SLOT_KINDS) {
      if (this.chat.gold.slots[kind]?.evidence.some(({ quote }) => text.includes(quote))) this.told.add(kind);
    }
  }
}

/** What the chat's visitor says without having been asked for a slot: the first lines, then one entry per reply. */
function unaskedLines({ turns }: GoldenChat): readonly string[] {
  const blocks: string[][] = [];
  let open = true;
  let previous: 'visitor' | 'assistant' = 'assistant';
  for (const turn of turns) {
    if (turn.from === 'assistant') open = turn.asks === null;
    else if (open && previous === 'assistant') blocks.push([turn.text]);
    else if (open) blocks.at(-1)?.push(turn.text);
    previous = turn.from;
  }
  return blocks.map((lines) => lines.join('\n'));
}
