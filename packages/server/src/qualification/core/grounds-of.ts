import type { DecisionRecord } from '@baton/shared-types';
import type { Grounds } from './output-gate.js';
import type { CompiledPlaybook } from './playbook/compile-playbook.js';

/** What a model's sentences in this turn may stand on: the chosen move, the passages found, the playbook's texts. */
export function groundsOf(record: DecisionRecord, { playbook }: CompiledPlaybook): Grounds {
  return {
    texts: [
      ...(record.move?.sentences ?? []),
      ...record.inputs.passages.map((passage) => `${passage.text} ${passage.url ?? ''}`),
      ...Object.values(playbook.texts).flatMap((text) => Object.values(text ?? {})),
    ],
  };
}
