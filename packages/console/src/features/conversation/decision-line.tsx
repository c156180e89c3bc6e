import type { DecisionLine, DecisionRecord } from '@baton/shared-types';
import { pointsText, scoreText } from '../../i18n/score-text.js';
import { texts } from '../../i18n/texts.js';
import { Icon } from '../../ui/icon.js';
import { JsonDetails } from '../../ui/json-details.js';
import type { OpenFile } from '../workspace/desk-model.js';

/** What the assistant decided in one turn: a quiet line, and behind "Why?" the reasons in sentences. */
export function DecisionLineView({ line, file }: { line: DecisionLine; file: OpenFile }) {
  const words = texts();
  const { decision } = line;
  return (
    <details class="decision">
      <summary>
        <Icon name="steps" />
        <span>{decisionHeadline(decision, file.labelOf)}</span>
        <span class="why">{words.common.why}</span>
      </summary>
      <ul>
        {decisionSentences(decision).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <JsonDetails value={decision} />
    </details>
  );
}

export function decisionHeadline(decision: DecisionRecord, labelOf: (key: string) => string): string {
  const words = texts().decision;
  const step = decision.move?.step ?? decision.plan[0] ?? 'skip';
  const about = decision.move?.slot ? words.about(labelOf(decision.move.slot)) : '';
  return words.line(words.steps[step] + about);
}

/** The reasons of a decision, most telling first. */
export function decisionSentences(decision: DecisionRecord): readonly string[] {
  const words = texts();
  const { decision: lines } = words;
  const { gate, verdictRule, score, tier, plan, handoff, playbook } = decision;
  return [
    gate.outcome === 'pass' ? lines.gatePassed : lines.gate(gate.because),
    verdictRule?.because ?? lines.noVerdict,
    ...(handoff ? [lines.handoff(words.inbox.reasons[handoff])] : []),
    lines.score(scoreText(score.value), tier),
    ...score.reasons.map((reason) => `+${pointsText(reason.points)} ${reason.because}`),
    lines.plan(plan.map((step) => lines.steps[step]).join(', ')),
    // A draft has no version yet.
    ...(playbook.version > 0 ? [lines.playbook(playbook.version)] : []),
  ];
}
