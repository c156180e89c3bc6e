import type { BackTestDifference, LeadOutcome } from '@baton/shared-types';
import { describeError } from '../../api/describe-error.js';
import { scoreText } from '../../i18n/score-text.js';
import { texts } from '../../i18n/texts.js';
import { PATHS } from '../../paths.js';
import { Button } from '../../ui/button.js';
import { Field } from '../../ui/field.js';
import { Note } from '../../ui/note.js';
import type { DeskModel } from '../workspace/desk-model.js';
import type { StudioModel } from './studio-model.js';

const DEPTHS = [50, 100, 250, 500] as const;

/** What the draft would have made of past conversations, lead by lead. */
export function PastPanel({ desk, model }: { desk: DeskModel; model: StudioModel }) {
  const words = texts().studio;
  const state = model.past.state.value;
  const hasProblems = model.draft.problems.value.length > 0;
  return (
    <div class="form-stack">
      <p class="muted">{words.past.intro}</p>
      <div class="try-acts">
        <Field label={words.past.depth}>
          <select
            value={String(model.depth.value)}
            onChange={(event) => (model.depth.value = Number(event.currentTarget.value))}
          >
            {DEPTHS.map((depth) => (
              <option key={depth} value={String(depth)}>
                {depth}
              </option>
            ))}
          </select>
        </Field>
        <Button
          look="primary"
          icon="swap"
          busy={state.kind === 'busy'}
          disabled={hasProblems}
          onClick={() => void model.past.start(model.draft.yaml.peek())}
        >
          {words.past.run}
        </Button>
      </div>
      {hasProblems && <p class="muted">{words.mendFirst}</p>}
      {state.kind === 'failed' && <Note tone="danger">{describeError(state.error, texts())}</Note>}
      {state.kind === 'done' && (
        <>
          <Note tone={state.value.differences.length > 0 ? 'info' : 'positive'}>
            {state.value.conversations === 0
              ? words.past.none
              : state.value.differences.length === 0
                ? words.past.same
                : words.past.result(state.value.conversations, state.value.unchanged)}
            {state.yaml !== model.draft.yaml.value && ` ${words.stale}`}
          </Note>
          <ul class="golden-list">
            {state.value.differences.map((difference) => (
              <Difference key={difference.conversationId} desk={desk} difference={difference} />
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function Difference({ desk, difference }: { desk: DeskModel; difference: BackTestDifference }) {
  const words = texts().studio.past;
  const { conversationId, before, after } = difference;
  const label = desk.inbox.rowOf(conversationId)?.label ?? words.conversation(conversationId.slice(-6));
  return (
    <li>
      <div class="golden-head">
        <a href={PATHS.conversation(conversationId)} dir="auto">
          {label}
        </a>
      </div>
      <table class="outcomes">
        <thead>
          <tr>
            <td />
            <th scope="col">{words.before}</th>
            <th scope="col">{words.after}</th>
          </tr>
        </thead>
        <tbody>
          {difference.changed.map((what) => (
            <tr key={what}>
              <th scope="row">{words.changed[what]}</th>
              <td>{said(what, before)}</td>
              <td>
                <strong>{said(what, after)}</strong>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {difference.changed.includes('verdict') && after.verdictBecause && (
        <p class="muted" dir="auto">
          {after.verdictBecause}
        </p>
      )}
    </li>
  );
}

function said(what: BackTestDifference['changed'][number], outcome: LeadOutcome): string {
  const words = texts();
  switch (what) {
    case 'verdict':
      return words.bundle.verdicts[outcome.verdict ?? 'none'];
    case 'route':
      return outcome.handoffs.length === 0
        ? words.studio.past.nobody
        : outcome.handoffs.map((reason) => words.inbox.reasons[reason]).join(', ');
    case 'score':
      return `${scoreText(outcome.score.value)} (${outcome.tier})`;
  }
}
