import type { Verdict } from '@baton/shared-types';
import { pointsText, scoreText } from '../../i18n/score-text.js';
import { texts } from '../../i18n/texts.js';
import { Badge, type Tone } from '../../ui/badge.js';
import { JsonDetails } from '../../ui/json-details.js';
import { TierMark } from '../../ui/tier-mark.js';
import type { SectionProps } from './section-props.js';
import './score.css';

const TONES: Readonly<Record<NonNullable<Verdict>, Tone>> = {
  qualified: 'positive',
  needs_review: 'warning',
  disqualified: 'neutral',
};

/** Verdict, tier and score, each with its reason in a sentence; the records are one click further. */
export function WhyQualified({ bundle, file }: SectionProps) {
  const words = texts();
  const { verdict, verdictBecause, tier, score, reason } = bundle;
  return (
    <section class="bundle-section">
      <h3>{verdict === 'qualified' ? words.bundle.whyQualified : words.bundle.verdict}</h3>
      <p class="verdict">
        <Badge tone={verdict ? TONES[verdict] : 'neutral'}>{words.bundle.verdicts[verdict ?? 'none']}</Badge>
        {tier && <TierMark tier={tier} />}
        {reason && <span class="muted">{words.inbox.reasons[reason]}</span>}
      </p>
      <p dir="auto">{verdictBecause ?? words.bundle.noVerdict}</p>
      {score && (
        <details class="score">
          <summary>
            <span title={words.bundle.scoreMeaning}>
              {words.bundle.score} <strong>{scoreText(score.value)}</strong>
            </span>
            <span class="score-bar" aria-hidden="true">
              <span style={{ transform: `scaleX(${Math.min(1, score.value)})` }} />
            </span>
            <span class="why">{words.common.why}</span>
          </summary>
          <ul>
            {score.reasons.map((line) => (
              <li key={line.rule}>
                <span class="points">+{pointsText(line.points)}</span>
                <span dir="auto">
                  {line.because}
                  {line.evidence.map((evidence) => (
                    <button
                      key={`${evidence.messageId} ${evidence.start}`}
                      type="button"
                      class="score-words"
                      title={words.bundle.jump}
                      onClick={() => file.conversation.showEvidence(evidence)}
                    >
                      <q>
                        <bdi>{evidence.quote}</bdi>
                      </q>
                    </button>
                  ))}
                  {line.slots.length > 0 && (
                    <span class="muted"> {line.slots.map(file.labelOf).join(', ')}</span>
                  )}
                </span>
              </li>
            ))}
          </ul>
          <p class="muted">{words.bundle.scoreMeaning}</p>
          <JsonDetails value={{ verdict, verdictBecause, tier, score }} />
        </details>
      )}
    </section>
  );
}
