import { placeOf } from './place.ts';
import type { Finding, Rule } from './rule.ts';
import { BROWSER_RULES } from './rules/browser.ts';
import { CORE_RULES } from './rules/core.ts';
import { FOLDER_RULES } from './rules/folders.ts';
import { HOME_RULES } from './rules/homes.ts';
import { NAME_RULES } from './rules/names.ts';
import { parseSourceFile } from './source-file.ts';

export const RULES: readonly Rule[] = [
  ...CORE_RULES,
  ...FOLDER_RULES,
  ...HOME_RULES,
  ...BROWSER_RULES,
  ...NAME_RULES,
];

export interface BrokenRule {
  readonly rule: Rule;
  readonly findings: readonly Finding[];
}

/** Checks sources, given as path from the root → text, against every rule; only broken ones come back. */
export function checkArrows(sources: ReadonlyMap<string, string>): readonly BrokenRule[] {
  const subjects = Array.from(sources, ([path, text]) => ({
    file: parseSourceFile(path, text),
    place: placeOf(path),
  }));
  return RULES.map((rule) => ({ rule, findings: rule.check(subjects) })).filter(
    ({ findings }) => findings.length > 0,
  );
}
