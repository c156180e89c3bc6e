import type { SiteId } from '@baton/shared-types';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { ConsoleApi, Sightings } from '../../api/console-api.js';
import { texts } from '../../i18n/texts.js';
import { Icon } from '../../ui/icon.js';
import { durationText } from '../inbox/waiting-time.js';
import type { DeskModel } from '../workspace/desk-model.js';

const LOOK_EVERY_MS = 5_000;
const DAY_SECONDS = 86_400;

/** Where the widget has called, live: an admin pastes the line, opens the page and sees it here. */
export function SiteCheck({ desk, api, siteId }: { desk: DeskModel; api: ConsoleApi; siteId: SiteId }) {
  const seen = useSignal<Sightings | 'failed' | null>(null);
  const words = texts().sightings;
  useEffect(() => {
    let stopped = false;
    let cancel = () => {};
    async function look() {
      if (!desk.platform.hidden())
        seen.value = await api.listSightings(siteId).catch(() => 'failed' as const);
      if (!stopped) cancel = desk.platform.environment.setTimer(() => void look(), LOOK_EVERY_MS);
    }
    void look();
    return () => {
      stopped = true;
      cancel();
    };
  }, [siteId]);
  const held = seen.value;
  return (
    <div class="card-part">
      <h3>{words.title}</h3>
      <div role="status">
        {held === 'failed' && <p class="muted">{words.failed}</p>}
        {held && held !== 'failed' && <Found seen={held} />}
      </div>
      <p class="muted field-hint">{words.meaning}</p>
    </div>
  );
}

function Found({ seen }: { seen: Sightings }) {
  const words = texts();
  const ageOf = (lastSeenAt: string) => (Date.parse(seen.now) - Date.parse(lastSeenAt)) / 1000;
  if (seen.sightings.length === 0) {
    return (
      <p class="sighting">
        <Icon name="question" />
        <span>{words.sightings.waiting}</span>
      </p>
    );
  }
  const newest = Math.min(
    ...seen.sightings.filter((each) => each.accepted).map((each) => ageOf(each.lastSeenAt)),
  );
  return (
    <>
      <ul>
        {seen.sightings.slice(0, 8).map(({ origin, accepted, lastSeenAt }) => {
          const age = ageOf(lastSeenAt);
          return (
            <li key={origin} class={`sighting ${accepted ? 'positive' : 'warning'}`}>
              <Icon name={accepted ? 'accept' : 'alert'} />
              <span>
                {accepted ? words.sightings.live(origin) : words.sightings.refused(origin)}{' '}
                <time class="muted" dateTime={lastSeenAt}>
                  {age < 60 ? words.sightings.now : words.sightings.ago(durationText(age, words.time))}
                </time>
              </span>
            </li>
          );
        })}
      </ul>
      {newest > DAY_SECONDS && newest !== Number.POSITIVE_INFINITY && (
        <p class="muted">{words.sightings.old}</p>
      )}
    </>
  );
}
