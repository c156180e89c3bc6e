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
    const last = gold?.evidence.at(-1);
    if (gold === undefined || last === undefined) return UNKNOWN[asked] ?? "I don't know yet.";
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
