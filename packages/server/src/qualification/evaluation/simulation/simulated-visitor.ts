import { SLOT_KINDS, type SlotKind } from '@baton/shared-types';
import type { GoldenChat } from '../golden-chat.js';

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

/** What this visitor would rather keep to themselves when they are of the refusing kind. */
const KEPT_BACK: ReadonlySet<SlotKind> = new Set(['phone', 'budget']);

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

  constructor(
    private readonly chat: GoldenChat,
    private readonly flavour: Flavour,
  ) {}

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
      return 'Before that: does it work with Outlook calendars?';
    }
    if (asked === this.leftOpen) this.leftOpen = null;
    const gold = this.chat.gold.slots[asked];
    const refuses = this.flavour === 'refusing' && KEPT_BACK.has(asked);
    if (this.chat.gold.declined.includes(asked) || refuses) return "I'd rather not say.";
    const quote = gold?.evidence.at(-1);
    if (gold === undefined || quote === undefined) return UNKNOWN[asked] ?? "I don't know yet.";
    const slip = this.slip(asked, quote.quote);
    if (slip !== null) return slip;
    this.told.add(asked);
    if (this.flavour !== 'chatty') return quote.quote;
    const whole = this.chat.turns.find((turn) => turn.n === quote.n)?.text ?? quote.quote;
    this.noteTold(whole);
    return whole;
  }

  /** Goes back to the question that was left open when nothing new is asked; null when there is none. */
  resume(): string | null {
    const open = this.leftOpen;
    this.leftOpen = null;
    return open === null ? null : this.answer(open);
  }

  /** Something to say of their own accord after an answer; null when there is nothing. */
  addition(asked: SlotKind): string | null {
    const quote = this.chat.gold.slots[asked]?.evidence.at(-1)?.quote;
    if (quote === undefined || !this.slips.has(asked) || this.told.has(asked)) return null;
    this.told.add(asked);
    return this.flavour === 'correcting' ? `Sorry, I got that wrong: ${quote}` : quote;
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

/** What somebody says who has no answer, where a bare "I don't know" would sound odd. */
const UNKNOWN: { readonly [K in SlotKind]?: string } = {
  current_tool: 'nothing in particular',
  phone: 'no phone, sorry',
  company: 'it is just me for now',
  budget: 'no budget set yet',
  timeline: 'no fixed date',
};
