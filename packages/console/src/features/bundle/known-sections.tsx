import { timeIn } from '../../i18n/format-time.js';
import { texts } from '../../i18n/texts.js';
import { Badge, type Tone } from '../../ui/badge.js';
import { bundleParts } from './bundle-parts.js';
import { Fact } from './fact.js';
import { Journey } from './journey.js';
import type { SectionProps } from './section-props.js';
import { SourcedList } from './sourced-list.js';

export function Who({ bundle, desk, file }: SectionProps) {
  const words = texts().bundle;
  const { who } = bundleParts(bundle);
  const zone = file.conversation.conversation.view.value?.timeZone;
  const theirTime = zone ? timeIn(zone, desk.clock.now.value) : null;
  return (
    <section class="bundle-section">
      <h3>{words.who}</h3>
      {who.length === 0 && (
        <p>
          <bdi>{bundle.visitor.label}</bdi> <span class="muted">{words.nothingKnown}</span>
        </p>
      )}
      <dl class="facts">
        {who.map((slot) => (
          <Fact
            key={slot.key}
            slot={slot}
            file={file}
            unverified={slot.kind === 'email' || slot.kind === 'phone'}
          />
        ))}
        {bundle.page && (
          <div class="fact plain">
            <dt>{words.page}</dt>
            <dd title={bundle.page.url} dir="auto">
              {bundle.page.title || bundle.page.url}
            </dd>
          </div>
        )}
        {bundle.visitor.verified && (
          <div class="fact plain">
            <dt>{words.verified}</dt>
            <dd>
              <bdi>
                {bundle.visitor.verified.name ??
                  bundle.visitor.verified.email ??
                  bundle.visitor.verified.subject}
              </bdi>{' '}
              <span class="muted">{words.verifiedBy}</span>
            </dd>
          </div>
        )}
        {bundle.campaign && (
          <div class="fact plain">
            <dt>{words.campaign}</dt>
            <dd dir="auto">
              {[bundle.campaign.source, bundle.campaign.medium, bundle.campaign.campaign]
                .filter(Boolean)
                .join(' · ')}
            </dd>
          </div>
        )}
        {bundle.journey.length > 1 && (
          <div class="fact plain">
            <dt>{words.journey}</dt>
            <dd>
              <Journey pages={bundle.journey} />
            </dd>
          </div>
        )}
        {theirTime && (
          <div class="fact plain">
            <dt>{words.localTime}</dt>
            <dd>
              {theirTime} <span class="muted">{zone}</span>
            </dd>
          </div>
        )}
        <div class="fact plain">
          <dt>{words.language}</dt>
          <dd>{languageName(bundle.language)}</dd>
        </div>
      </dl>
    </section>
  );
}

export function Want({ bundle, file }: SectionProps) {
  const words = texts().bundle;
  const { want } = bundleParts(bundle);
  const mood: Tone = bundle.sentiment === 'negative' ? 'danger' : 'neutral';
  return (
    <section class="bundle-section">
      <h3>{words.want}</h3>
      <p class="badges">
        {bundle.intents.map((intent) => (
          <Badge key={intent} tone={intent === 'complaint' ? 'danger' : 'accent'}>
            {words.intents[intent]}
          </Badge>
        ))}
        {bundle.urgency === 'high' && <Badge tone="warning">{words.urgencyHigh}</Badge>}
        {bundle.sentiment !== 'neutral' && <Badge tone={mood}>{words.sentiment[bundle.sentiment]}</Badge>}
      </p>
      {bundle.summary.length > 0 ? (
        <SourcedList sentences={bundle.summary} file={file} />
      ) : (
        want.length === 0 && <p class="muted">{words.noSummary}</p>
      )}
      <dl class="facts">
        {want.map((slot) => (
          <Fact key={slot.key} slot={slot} file={file} unverified={false} />
        ))}
      </dl>
    </section>
  );
}

/** The language's own name for itself is what an agent recognises least, so ours is shown. */
function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames([texts().locale], { type: 'language' }).of(tag) ?? tag;
  } catch (error) {
    if (error instanceof RangeError) return tag;
    throw error;
  }
}
