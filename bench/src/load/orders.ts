import type { Briefed } from './become-leads.ts';
import type { Answers } from './converse.ts';
import type { Latencies, Pace } from './crowd.ts';
import type { Places, Return } from './residents.ts';
import type { Destination } from './talker.ts';

/** What a load process can be told to do; crowds are named by the one who gives the orders. */
export interface Orders {
  readonly gather: {
    readonly with: {
      readonly crowd: string;
      readonly destination: Destination;
      readonly size: number;
      /** Where the second tab of each goes; null: there is none. */
      readonly second: Destination | null;
    };
    readonly back: { readonly conversationIds: readonly string[] };
  };
  readonly press: {
    readonly with: { readonly crowd: string; readonly seconds: number };
    readonly back: Pace;
  };
  readonly keepPace: {
    readonly with: { readonly crowd: string; readonly perSecond: number; readonly seconds: number };
    readonly back: Latencies;
  };
  readonly converse: {
    readonly with: {
      readonly destination: Destination;
      readonly perSecond: number;
      readonly seconds: number;
    };
    readonly back: Answers;
  };
  readonly sitDown: {
    readonly with: { readonly url: string; readonly origin: string; readonly tickets: readonly string[] };
    readonly back: null;
  };
  readonly becomeLeads: {
    readonly with: {
      readonly destination: Destination;
      readonly perSecond: number;
      readonly seconds: number;
    };
    readonly back: Briefed;
  };
  readonly visit: {
    readonly with: { readonly crowd: string; readonly destination: Destination; readonly size: number };
    readonly back: null;
  };
  /** Visitors with the client that pages use, who come back by themselves; answered when each has had an answer. */
  readonly settle: {
    readonly with: { readonly destination: Destination; readonly size: number };
    readonly back: { readonly conversationIds: readonly string[] };
  };
  /** Given before the server goes: answered when everybody has lost it and found it again, or patience is out. */
  readonly comeBack: {
    readonly with: { readonly patienceMs: number };
    readonly back: Return;
  };
  /** Where each settled visitor stands, by conversation. */
  readonly places: { readonly with: Record<string, never>; readonly back: Places };
  readonly leave: { readonly with: { readonly crowd: string }; readonly back: null };
}

export interface OrderMessage {
  readonly id: number;
  readonly order: keyof Orders;
  readonly with: unknown;
}
export interface OrderAnswer {
  readonly id: number;
  readonly back?: unknown;
  readonly error?: string;
}
