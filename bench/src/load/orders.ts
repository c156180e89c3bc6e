import type { Briefed } from './become-leads.ts';
import type { Answers } from './converse.ts';
import type { Latencies, Pace } from './crowd.ts';
import type { Destination } from './talker.ts';

/** What a load process can be told to do; crowds are named by the one who gives the orders. */
export interface Orders {
  readonly gather: {
    readonly with: {
      readonly crowd: string;
      readonly destination: Destination;
      readonly size: number;
      readonly second: boolean;
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
