import { AGENT_COMMAND, INTENTS, type Intent, type Tier, type Verdict } from '@baton/shared-types';
import { useSignal } from '@preact/signals';
import { texts } from '../../i18n/texts.js';
import { Field } from '../../ui/field.js';
import { ActDialog } from './act-dialog.js';
import type { DialogProps } from './desk-dialogs.js';
import { ReasonField } from './reason-field.js';

const VERDICTS = ['qualified', 'needs_review', 'disqualified'] as const satisfies readonly Verdict[];
const TIERS: readonly Tier[] = ['A', 'B', 'C', 'D'];

/** Judges the lead anew: verdict, tier and what the visitor is after. What is left as it was is not sent. */
export function ReclassifyDialog({ file, onDone }: DialogProps) {
  const words = texts();
  const bundle = file.bundle.bundle.value;
  const before = {
    verdict: bundle?.verdict ?? null,
    tier: bundle?.tier ?? null,
    intents: bundle?.intents ?? [],
  };
  const verdict = useSignal<Verdict>(before.verdict);
  const tier = useSignal<Tier | null>(before.tier);
  const intents = useSignal<readonly Intent[]>(before.intents);
  const reason = useSignal('');
  const change = {
    ...(verdict.value === before.verdict ? {} : { verdict: verdict.value }),
    ...(tier.value === before.tier || tier.value === null ? {} : { tier: tier.value }),
    ...(sameIntents(intents.value, before.intents) ? {} : { intents: intents.value }),
  };
  return (
    <ActDialog
      file={file}
      title={words.acts.reclassifyTitle}
      body={words.acts.reclassifyBody}
      confirm={words.common.save}
      disabled={reason.value.trim() === '' || Object.keys(change).length === 0}
      act={async () => {
        await file.conversation.conversation.perform(AGENT_COMMAND.reclassify, {
          ...change,
          reason: reason.peek().trim(),
        });
      }}
      onDone={onDone}
    >
      <div class="field-pair">
        <Field label={words.dryRun.verdict}>
          <select
            value={verdict.value ?? ''}
            onChange={(event) => {
              const wanted = event.currentTarget.value;
              verdict.value = VERDICTS.find((each) => each === wanted) ?? null;
            }}
          >
            <option value="">{words.bundle.verdicts.none}</option>
            {VERDICTS.map((each) => (
              <option key={each} value={each}>
                {words.bundle.verdicts[each]}
              </option>
            ))}
          </select>
        </Field>
        <Field label={words.dryRun.tier}>
          <select
            value={tier.value ?? ''}
            onChange={(event) => {
              const wanted = event.currentTarget.value;
              tier.value = TIERS.find((each) => each === wanted) ?? null;
            }}
          >
            {before.tier === null && <option value="">{words.dryRun.any}</option>}
            {TIERS.map((each) => (
              <option key={each} value={each}>
                {each}
              </option>
            ))}
          </select>
        </Field>
      </div>
      <fieldset class="field-choices">
        <legend>{words.acts.intents}</legend>
        {INTENTS.map((intent) => (
          <label key={intent}>
            <input
              type="checkbox"
              checked={intents.value.includes(intent)}
              onChange={(event) => {
                const others = intents.peek().filter((each) => each !== intent);
                intents.value = event.currentTarget.checked ? [...others, intent] : others;
              }}
            />
            {words.bundle.intents[intent]}
          </label>
        ))}
      </fieldset>
      <ReasonField reason={reason} />
    </ActDialog>
  );
}

function sameIntents(left: readonly Intent[], right: readonly Intent[]): boolean {
  return left.length === right.length && left.every((intent) => right.includes(intent));
}
