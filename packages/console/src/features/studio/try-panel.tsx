import type { GoldenConversation, HandoffReason, SimulatedTurn } from '@baton/shared-types';
import { useSignal } from '@preact/signals';
import { describeError } from '../../api/describe-error.js';
import { scoreText } from '../../i18n/score-text.js';
import { texts } from '../../i18n/texts.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { Field } from '../../ui/field.js';
import { JsonDetails } from '../../ui/json-details.js';
import { Note } from '../../ui/note.js';
import { TierMark } from '../../ui/tier-mark.js';
import { decisionHeadline, decisionSentences } from '../conversation/decision-line.js';
import { GoldenDialog } from './golden-dialog.js';
import type { StudioModel } from './studio-model.js';
import { VERDICT_TONES } from './verdict-tones.js';

const MOST_LINES = 40;
const LANGUAGES = ['en', 'de', 'es', 'fr', 'it', 'nl', 'pt'] as const;

/** A conversation with the draft: every answer with the decision behind it. */
export function TryPanel({ model }: { model: StudioModel }) {
  const words = texts().studio;
  const typed = useSignal('');
  const keeping = useSignal(false);
  const lines = model.lines.value;
  const state = model.simulation.state.value;
  const turns = state.kind === 'done' ? state.value : [];
  const isStale = state.kind === 'done' && state.yaml !== model.draft.yaml.value;
  return (
    <div class="form-stack">
      <p class="muted">{words.try.intro}</p>
      {lines.length > 0 && (
        <ol class="try-turns" aria-live="polite" aria-busy={state.kind === 'busy'}>
          {state.kind === 'done'
            ? turns.map((turn, place) => <Turn key={`${place} ${turn.said}`} turn={turn} />)
            : lines.map((line, place) => (
                <li key={`${place} ${line}`}>
                  <Said line={line} />
                </li>
              ))}
        </ol>
      )}
      {state.kind === 'failed' && (
        <Note tone="danger">
          {state.error.code === 'playbook_invalid' ? words.mendFirst : describeError(state.error, texts())}
        </Note>
      )}
      {isStale && (
        <Note
          tone="info"
          action={
            <Button icon="refresh" onClick={() => void model.play()}>
              {words.try.again}
            </Button>
          }
        >
          {words.stale}
        </Note>
      )}
      {turns.length > 0 && <Outcome turns={turns} />}
      <form
        class="try-form"
        onSubmit={async (event) => {
          event.preventDefault();
          const line = typed.peek().trim();
          if (line === '') return;
          typed.value = '';
          await model.play(line);
        }}
      >
        <Field label={words.try.line}>
          <input
            maxLength={4_000}
            dir="auto"
            autocomplete="off"
            value={typed.value}
            disabled={lines.length >= MOST_LINES}
            onInput={(event) => (typed.value = event.currentTarget.value)}
          />
        </Field>
        <Button
          type="submit"
          look="primary"
          busy={state.kind === 'busy'}
          disabled={typed.value.trim() === ''}
        >
          {words.try.send}
        </Button>
      </form>
      <div class="try-acts">
        <Field label={words.try.language}>
          <select
            value={model.locale.value}
            onChange={(event) => {
              model.locale.value = event.currentTarget.value;
              void model.play();
            }}
          >
            {LANGUAGES.map((language) => (
              <option key={language} value={language}>
                {language}
              </option>
            ))}
          </select>
        </Field>
        {lines.length > 0 && (
          <>
            <Button
              onClick={() => {
                model.lines.value = [];
                model.simulation.clear();
              }}
            >
              {words.try.restart}
            </Button>
            <Button disabled={turns.length === 0} onClick={() => (keeping.value = true)}>
              {words.try.keep}
            </Button>
          </>
        )}
      </div>
      {keeping.value && (
        <GoldenDialog
          model={model}
          golden={asGolden(model, turns)}
          replaces={null}
          onDone={() => {
            if (keeping.peek()) keeping.value = false;
          }}
        />
      )}
    </div>
  );
}

function Said({ line }: { line: string }) {
  return (
    <p class="try-said" dir="auto">
      <span class="hidden-visually">{texts().studio.try.visitor}: </span>
      {line}
    </p>
  );
}

function Turn({ turn }: { turn: SimulatedTurn }) {
  const words = texts();
  const label = (key: string) => key.replaceAll('_', ' ');
  return (
    <li>
      <Said line={turn.said} />
      {turn.reply === null ? (
        <p class="try-silent muted">{words.studio.try.silent}</p>
      ) : (
        <p class="try-reply" dir="auto">
          <span class="hidden-visually">{words.studio.try.assistant}: </span>
          {turn.reply}
        </p>
      )}
      <details class="try-why">
        <summary>
          {decisionHeadline(turn.decision, label)} <span class="why">{words.common.why}</span>
        </summary>
        <ul class="sentences">
          {decisionSentences(turn.decision).map((sentence) => (
            <li key={sentence} dir="auto">
              {sentence}
            </li>
          ))}
        </ul>
        <JsonDetails value={turn.decision} />
      </details>
    </li>
  );
}

function Outcome({ turns }: { turns: readonly SimulatedTurn[] }) {
  const words = texts();
  const last = turns.at(-1)?.decision;
  const handoff = handoffOf(turns);
  if (!last) return null;
  return (
    <p class="try-outcome">
      <span class="muted">{words.studio.try.outcome}</span>
      <Badge tone={last.verdict ? VERDICT_TONES[last.verdict] : 'neutral'}>
        {words.bundle.verdicts[last.verdict ?? 'none']}
      </Badge>
      <TierMark tier={last.tier} />
      <span>
        {words.bundle.score} {scoreText(last.score.value)}
      </span>
      <span class="muted">{handoff ? words.inbox.reasons[handoff] : words.studio.golden.nobody}</span>
    </p>
  );
}

/** The last call for a person, as the golden set compares it. */
function handoffOf(turns: readonly SimulatedTurn[]): HandoffReason | null {
  return turns.reduce<HandoffReason | null>((held, { decision }) => decision.handoff ?? held, null);
}

function asGolden(model: StudioModel, turns: readonly SimulatedTurn[]): GoldenConversation {
  return {
    name: '',
    language: model.locale.peek(),
    lines: model.lines.peek(),
    expect: { verdict: turns.at(-1)?.decision.verdict ?? null, handoff: handoffOf(turns) },
  };
}
