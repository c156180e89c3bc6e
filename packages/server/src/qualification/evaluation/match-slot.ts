import type { Budget, SlotKind, TeamSize, Timeline } from '@baton/shared-types';
import type { LabelledSlot } from './golden-chat.js';

const DAY_MS = 86_400_000;

/** True when a predicted value counts as right; the tolerance depends on the kind. */
export function matchSlot(kind: SlotKind, predicted: unknown, gold: LabelledSlot): boolean {
  switch (kind) {
    case 'name':
    case 'company':
    case 'country':
    case 'email':
      return foldText(predicted) === foldText(gold.value);
    case 'phone':
      return samePhone(digitsOf(predicted), digitsOf(gold.value));
    case 'role':
    case 'current_tool':
      return tokenF1(predicted, gold.value) >= 0.6;
    case 'use_case':
      return [gold.value, ...gold.evidence.map((it) => it.quote)].some((it) => tokenF1(predicted, it) >= 0.5);
    case 'team_size':
      return sameFields<TeamSize>(predicted, gold.value, ['min', 'max']);
    case 'budget':
      return sameFields<Budget>(predicted, gold.value, ['min', 'max', 'currency', 'period']);
    case 'timeline':
      return sameDays(predicted, gold.value);
  }
}

function foldText(value: unknown): string {
  return String(value)
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .replace(/^[\p{P}\s]+|[\p{P}\s]+$/gu, '');
}

function digitsOf(value: unknown): string {
  return String(value).replace(/\D/gu, '');
}

/** With or without the leading country code (and the trunk zero that it replaces). */
function samePhone(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  const national = short.replace(/^0/u, '');
  return national.length >= 6 && long.endsWith(national) && long.length - national.length <= 3;
}

function tokensOf(value: unknown): readonly string[] {
  return (
    String(value)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** Harmonic mean of token precision and recall, over multisets of words. */
export function tokenF1(a: unknown, b: unknown): number {
  const left = tokensOf(a);
  const right = [...tokensOf(b)];
  let shared = 0;
  for (const token of left) {
    const at = right.indexOf(token);
    if (at < 0) continue;
    right.splice(at, 1);
    shared += 1;
  }
  const total = left.length + right.length + shared;
  return total === 0 ? 0 : (2 * shared) / total;
}

function fieldOf(value: unknown, field: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, field) : undefined;
}

function sameFields<T>(a: unknown, b: unknown, fields: readonly (keyof T & string)[]): boolean {
  return fields.every((field) => fieldOf(a, field) === fieldOf(b, field));
}

function sameDays(a: unknown, b: unknown): boolean {
  return (['from', 'to'] as const satisfies readonly (keyof Timeline)[]).every((end) => {
    const left = fieldOf(a, end);
    const right = fieldOf(b, end);
    if (typeof left !== 'string' || typeof right !== 'string') return left === right;
    return Math.abs(Date.parse(left) - Date.parse(right)) <= 3 * DAY_MS;
  });
}
