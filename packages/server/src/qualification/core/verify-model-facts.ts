import type { Evidence, SlotCandidate, SlotKind, SlotValue } from '@baton/shared-types';
import type { VisitorMessage } from './understanding/reading.js';
import { evidenceAt } from './understanding/spans.js';
import type { QualificationWords } from './words/qualification-words.js';

/** A fact as a model claims it; untrusted. */
export interface ModelFact {
  readonly kind: SlotKind;
  readonly quote: string;
  readonly text: string | null;
  readonly min: number | null;
  readonly max: number | null;
  readonly currency: string | null;
  readonly period: 'month' | 'year' | 'once' | 'seat_month' | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly corrects: boolean;
}

/** Below what a rule of ours gives, and above where a value counts as known. */
const CONFIDENCE = 0.7;
/** For values that the quoted words do not contain literally. */
const INTERPRETED = 0.5;

/**
 * Turns a model's claims into candidates. A claim survives only when its quote stands in one of the visitor's
 * messages and its value follows from the quoted words; everything else is dropped without a trace of it.
 */
export function verifyModelFacts(
  facts: readonly ModelFact[],
  messages: readonly VisitorMessage[],
  words: QualificationWords['model'],
): readonly SlotCandidate[] {
  return facts.flatMap((fact) => {
    const evidence = findQuote(fact.quote, messages);
    const read = evidence && readValue(fact, evidence.quote);
    if (!evidence || !read) return [];
    return [
      {
        kind: fact.kind,
        value: read.value,
        confidence: read.literal ? CONFIDENCE : INTERPRETED,
        reason: read.literal ? words.quoted : words.interpreted,
        source: 'model' as const,
        evidence: [evidence],
        corrects: fact.corrects,
      } as SlotCandidate,
    ];
  });
}

/** The latest place where exactly these words stand. */
function findQuote(quote: string, messages: readonly VisitorMessage[]): Evidence | null {
  const words = quote.trim();
  if (words.length === 0) return null;
  for (const message of [...messages].reverse()) {
    const start = message.text.lastIndexOf(words);
    if (start !== -1) return evidenceAt(message, start, start + words.length);
  }
  return null;
}

interface Read {
  readonly value: SlotValue;
  /** The quoted words contain the value as it is. */
  readonly literal: boolean;
}

function readValue(fact: ModelFact, quote: string): Read | null {
  switch (fact.kind) {
    case 'name':
    case 'company':
    case 'role':
    case 'use_case':
    case 'current_tool':
      return literalText(fact.text, quote);
    case 'email':
      return emailIn(fact.text, quote);
    case 'phone':
      return phoneIn(fact.text, quote);
    case 'country':
      return fact.text !== null && /^[A-Z]{2}$/.test(fact.text) ? { value: fact.text, literal: false } : null;
    case 'team_size':
      return rangeIn(fact, quote, (min, max) => ({ min, max }));
    case 'budget':
      return budgetIn(fact, quote);
    case 'timeline':
      return timelineIn(fact);
  }
}

/** Text must be part of the quote, apart from capitals; the visitor's spelling is kept. */
function literalText(text: string | null, quote: string): Read | null {
  const wanted = (text ?? '').trim();
  const at = quote.toLowerCase().indexOf(wanted.toLowerCase());
  if (wanted.length < 2 || wanted.length > 300 || at === -1 || !/\p{L}/u.test(wanted)) return null;
  return { value: quote.slice(at, at + wanted.length), literal: true };
}

function emailIn(text: string | null, quote: string): Read | null {
  const address = (text ?? '').trim().toLowerCase();
  const wellFormed = /^[^\s@<>(),;:"]{1,64}@[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,24}$/.test(address);
  return wellFormed && quote.toLowerCase().includes(address) ? { value: address, literal: true } : null;
}

function phoneIn(text: string | null, quote: string): Read | null {
  const digits = (text ?? '').replace(/\D/g, '');
  if (digits.length < 6 || digits.length > 15 || quote.replace(/\D/g, '') !== digits) return null;
  return { value: quote.includes('+') ? `+${digits}` : digits, literal: true };
}

function budgetIn(fact: ModelFact, quote: string): Read | null {
  const { currency, period } = fact;
  if (currency !== null && !/^[A-Z]{3}$/.test(currency)) return null;
  return rangeIn(fact, quote, (min, max) => ({ min, max, currency: currency ?? 'USD', period }));
}

/** Every bound must stand in the quote as a number, "k" for thousands allowed. */
function rangeIn(
  { min, max }: ModelFact,
  quote: string,
  toValue: (min: number | null, max: number | null) => SlotValue,
): Read | null {
  const bounds = [min, max].filter((bound) => bound !== null);
  const stated = numbersIn(quote);
  if (bounds.length === 0 || !bounds.every((bound) => bound > 0 && stated.includes(bound))) return null;
  if (min !== null && max !== null && min > max) return null;
  return { value: toValue(min, max), literal: true };
}

function numbersIn(quote: string): readonly number[] {
  return [...quote.matchAll(/(\d[\d.,\u00a0' ]*\d|\d)\s*(k\b)?/giu)].flatMap(([, digits = '', thousands]) => {
    const factor = thousands ? 1_000 : 1;
    const parts = digits.split(/[\u00a0' ]/);
    const grouped = Number(digits.replace(/[.,\u00a0' ]/g, ''));
    const decimal = Number(digits.replace(',', '.'));
    return [grouped, decimal, ...parts.map(Number)].filter(Number.isFinite).map((value) => value * factor);
  });
}

function timelineIn({ from, to }: ModelFact): Read | null {
  if (from === null && to === null) return null;
  const sound = [from, to].every((date) => date === null || isDay(date));
  if (!sound || (from !== null && to !== null && from > to)) return null;
  return { value: { from, to }, literal: false };
}

function isDay(date: string): boolean {
  const ms = Date.parse(`${date}T00:00:00Z`);
  return /^20\d\d-\d\d-\d\d$/.test(date) && !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(date);
}
