import type { Playbook, PlaybookId, SlotKey } from '@baton/shared-types';
import { PLAYBOOK_TEXTS } from '@baton/shared-types';
import { err, ok, type Result } from '../../../kernel/result.js';
import { type CompiledPolicy, compilePolicy, type PlaybookProblem } from '../policy/compile-policy.js';

/** Which version of which playbook; stands in every decision record. `hash` is SHA-256 over the YAML's bytes. */
export interface PlaybookIdentity {
  readonly id: PlaybookId;
  readonly version: number;
  readonly hash: string;
}

/** A playbook that is ready to decide: its conditions are compiled and its references exist. */
export interface CompiledPlaybook {
  readonly identity: PlaybookIdentity;
  readonly playbook: Playbook;
  readonly policy: CompiledPolicy;
}

/** Checks what the form alone does not show and compiles the conditions; all problems at once. */
export function compilePlaybook(
  playbook: Playbook,
  identity: PlaybookIdentity,
): Result<CompiledPlaybook, readonly PlaybookProblem[]> {
  const policy = compilePolicy(playbook);
  const problems = [
    ...duplicates(playbook),
    ...unknownSlots(playbook),
    ...missingTexts(playbook),
    ...(policy.ok ? [] : policy.error),
  ];
  if (!policy.ok || problems.length > 0) return err(problems);
  return ok({ identity, playbook, policy: policy.value });
}

function duplicates(playbook: Playbook): PlaybookProblem[] {
  return [
    ...repeated(playbook.slots, (slot) => slot.key, 'slots', 'key'),
    ...repeated(playbook.slots, (slot) => slot.kind, 'slots', 'kind'),
    ...repeated(playbook.verdicts, (rule) => rule.id, 'verdicts', 'id'),
    ...repeated(playbook.handoffs, (rule) => rule.id, 'handoffs', 'id'),
    ...repeated(playbook.score, (line) => line.id, 'score', 'id'),
    ...repeated(playbook.routing?.rules ?? [], (rule) => rule.id, 'routing.rules', 'id'),
    ...repeated(playbook.ladder, (key) => key, 'ladder'),
    ...repeated(playbook.contact, (key) => key, 'contact'),
  ];
}

function repeated<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
  section: string,
  field?: string,
): PlaybookProblem[] {
  const seen = new Set<string>();
  return items.flatMap((item, index) => {
    const key = keyOf(item);
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    const path = field === undefined ? [section, index] : [section, index, field];
    return [{ path, message: `"${key}" stands here a second time` }];
  });
}

function unknownSlots(playbook: Playbook): PlaybookProblem[] {
  const keys = new Set<SlotKey>(playbook.slots.map((slot) => slot.key));
  const check = (slots: readonly SlotKey[], ...path: readonly (string | number)[]) =>
    slots.flatMap((key, index) =>
      keys.has(key) ? [] : [{ path: [...path, index], message: `there is no slot "${key}"` }],
    );
  return [
    ...check(playbook.ladder, 'ladder'),
    ...check(playbook.contact, 'contact'),
    ...check(playbook.briefing?.required ?? [], 'briefing', 'required'),
    ...playbook.score.flatMap((line, index) => check(line.slots, 'score', index, 'slots')),
  ];
}

function missingTexts(playbook: Playbook): PlaybookProblem[] {
  return PLAYBOOK_TEXTS.filter((key) => !(key in playbook.texts)).map((key) => ({
    path: ['texts'],
    message: `the text "${key}" is missing`,
  }));
}
