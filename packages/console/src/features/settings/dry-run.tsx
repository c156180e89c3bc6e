import type { RoutingFacts, RoutingRecord } from '@baton/shared-types';
import { useSignal } from '@preact/signals';
import { texts } from '../../i18n/texts.js';
import { Button } from '../../ui/button.js';
import { Field } from '../../ui/field.js';
import { JsonDetails } from '../../ui/json-details.js';
import { tellRoute } from '../conversation/tell-route.js';
import type { TeamsModel } from './teams-model.js';

const TIERS: readonly RoutingFacts['tier'][] = ['A', 'B', 'C', 'D'];
const VERDICTS = ['qualified', 'needs_review', 'disqualified'] as const;

/** Asks the router where a lead like this would go, and shows why in sentences. */
export function DryRun({ model }: { model: TeamsModel }) {
  const words = texts();
  const facts = useSignal<Partial<RoutingFacts>>({
    verdict: 'qualified',
    tier: 'A',
    language: new Intl.Locale(words.languages.locale).language,
  });
  const set = (change: Partial<RoutingFacts>) => {
    facts.value = { ...facts.peek(), ...change };
  };
  return (
    <form
      class="card card-form"
      onSubmit={(event) => {
        event.preventDefault();
        void model.dryRun(facts.peek());
      }}
    >
      <h2>{words.dryRun.title}</h2>
      <p class="muted">{words.dryRun.intro}</p>
      <div class="form-grid">
        <Field label={words.dryRun.verdict}>
          <select
            value={facts.value.verdict}
            onChange={(event) => {
              const wanted = event.currentTarget.value;
              set({ verdict: VERDICTS.find((each) => each === wanted) ?? '' });
            }}
          >
            <option value="">{words.dryRun.any}</option>
            {VERDICTS.map((verdict) => (
              <option key={verdict} value={verdict}>
                {words.bundle.verdicts[verdict]}
              </option>
            ))}
          </select>
        </Field>
        <Field label={words.dryRun.tier}>
          <select
            value={facts.value.tier}
            onChange={(event) => {
              const wanted = event.currentTarget.value;
              set({ tier: TIERS.find((each) => each === wanted) ?? '' });
            }}
          >
            <option value="">{words.dryRun.any}</option>
            {TIERS.map((tier) => (
              <option key={tier} value={tier}>
                {tier}
              </option>
            ))}
          </select>
        </Field>
        <Field label={words.dryRun.language}>
          <input
            maxLength={10}
            value={facts.value.language}
            onInput={(event) => set({ language: event.currentTarget.value })}
          />
        </Field>
        <Field label={words.dryRun.country}>
          <input
            maxLength={2}
            value={facts.value.country ?? ''}
            onInput={(event) => set({ country: event.currentTarget.value.toUpperCase() })}
          />
        </Field>
        <Field label={words.dryRun.pageAddress}>
          <input
            maxLength={300}
            placeholder="/pricing"
            value={facts.value.page ?? ''}
            onInput={(event) => set({ page: event.currentTarget.value })}
          />
        </Field>
      </div>
      <div>
        <Button type="submit" icon="swap" busy={model.busy.value}>
          {words.dryRun.run}
        </Button>
      </div>
      {model.routed.value && <Routed record={model.routed.value} />}
    </form>
  );
}

function Routed({ record }: { record: RoutingRecord }) {
  const words = texts().dryRun;
  const names = record.candidates
    .filter(({ agentId }) => record.offeredTo.includes(agentId))
    .map(({ name }) => name);
  return (
    <div role="status" class="form-stack">
      <p>
        <strong>{names.length > 0 ? words.offeredTo(names.join(', ')) : words.nobody}</strong>
      </p>
      <p class="muted">
        {words.rule(record.rule.id)} · {record.rule.because}
      </p>
      <ul class="sentences">
        {tellRoute(record).map((sentence) => (
          <li key={sentence} dir="auto">
            {sentence}
          </li>
        ))}
      </ul>
      {record.candidates.length > 0 && (
        <>
          <h3>{words.candidates}</h3>
          <ul class="sentences">
            {record.candidates.map((candidate) => (
              <li key={candidate.agentId}>
                <bdi>{candidate.name}</bdi>:{' '}
                {candidate.because.length === 0
                  ? words.eligible
                  : candidate.because.map((each) => words.ineligible[each]).join(', ')}{' '}
                <span class="muted">
                  {candidate.load}/{candidate.capacity}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      <JsonDetails value={record} />
    </div>
  );
}
