import { readFileSync } from 'node:fs';
import type { PlaybookId } from '@baton/shared-types';
import { describe, expect, it } from 'vitest';
import { parsePlaybook } from './parse-playbook.js';

const DEFAULT = readFileSync(new URL('../../../playbooks/default.yaml', import.meta.url), 'utf8');
const IDENTITY = { id: 'pbk_00000000000000000000000001' as PlaybookId, version: 1 };

const errorsOf = (yaml: string) => {
  const parsed = parsePlaybook(yaml, IDENTITY);
  return parsed.ok ? [] : parsed.error;
};
const changed = (from: string, to: string) => {
  expect(DEFAULT).toContain(from);
  return DEFAULT.replace(from, to);
};
const lineOf = (text: string) => DEFAULT.slice(0, DEFAULT.indexOf(text)).split('\n').length;

describe('parsePlaybook', () => {
  it('reads the default playbook with all eleven slots', () => {
    const parsed = parsePlaybook(DEFAULT, IDENTITY);
    expect(errorsOf(DEFAULT)).toEqual([]);
    expect(parsed.ok && parsed.value.playbook.slots).toHaveLength(11);
    expect(parsed.ok && parsed.value.identity.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('brings every text and question in German too', () => {
    const parsed = parsePlaybook(DEFAULT, IDENTITY);
    if (!parsed.ok) throw new Error(parsed.error.join('\n'));
    const { texts, slots } = parsed.value.playbook;
    expect(Object.values(texts).filter((text) => text?.['de'] === undefined)).toEqual([]);
    expect(slots.filter((slot) => !slot.ask['de'] || !slot.confirm['de'])).toEqual([]);
  });

  it('names the line of broken YAML', () => {
    expect(errorsOf('schema: 1\nname: "open\n')[0]).toMatch(/^line \d+: /);
  });

  it('names line and path of a wrong value', () => {
    const [error] = errorsOf(changed('    kind: team_size', '    kind: people'));
    expect(error).toContain(`line ${lineOf('    kind: team_size')}: slots[1].kind: `);
  });

  it('names line and path of a key that is not known', () => {
    const [error] = errorsOf(changed('  deadlineSeconds: 60', '  deadlineSeconds: 60\n  deadline: 5'));
    expect(error).toBe(
      `line ${lineOf('  deadlineSeconds: 60') + 1}: offer.deadline: this key is not known here`,
    );
  });

  it('tells agents in English where it does not say in which language', () => {
    const languageOf = (yaml: string) => {
      const parsed = parsePlaybook(yaml, IDENTITY);
      return parsed.ok ? parsed.value.playbook.deskLanguage : parsed.error;
    };
    expect(languageOf(DEFAULT)).toBe('en');
    expect(languageOf(changed('schema: 1', 'schema: 1\ndeskLanguage: de'))).toBe('de');
    expect(languageOf(changed('schema: 1', 'schema: 1\ndeskLanguage: fr'))).toEqual([
      `line ${lineOf('schema: 1') + 1}: deskLanguage: must be one of en, de`,
    ]);
  });

  it('refuses a missing text', () => {
    const errors = errorsOf(changed('  ask_again:', '  ask_anew:'));
    expect(errors.join('\n')).toContain('texts.ask_again');
  });

  it('refuses a ladder with a slot that does not exist', () => {
    expect(errorsOf(changed('ladder: [use_case,', 'ladder: [purpose,'))).toEqual([
      `line ${lineOf('ladder: [')}: ladder[0]: there is no slot "purpose"`,
    ]);
  });

  it('refuses two slots of one kind and one key', () => {
    const yaml = changed('  - key: phone\n    kind: phone', '  - key: email\n    kind: email');
    const errors = errorsOf(yaml).join('\n');
    expect(errors).toContain('slots[7].key: "email" stands here a second time');
    expect(errors).toContain('slots[7].kind: "email" stands here a second time');
  });

  it.each([
    ['an unknown fact', 'seats.orValue(0) > 1', 'seats'],
    ['a number compared with an optional', 'team_size > 3', ''],
    ['text compared with a number', 'urgency > 3', ''],
    ['a condition that is no condition', 'urgency', 'true or false'],
    ['a regular expression', "urgency.matches('(a+)+b')", 'matches()'],
    ['a syntax error', 'reachable &&', ''],
    ['the verdict inside a verdict rule', "verdict == 'qualified'", 'verdict'],
  ])('refuses %s at load', (_, condition, words) => {
    const errors = errorsOf(changed('when: no_business_use', `when: "${condition}"`));
    expect(errors).toHaveLength(1);
    expect(errors[0]).toContain(`line ${lineOf('when: no_business_use')}: verdicts[4].when: `);
    expect(errors[0]).toContain(words);
  });
});
