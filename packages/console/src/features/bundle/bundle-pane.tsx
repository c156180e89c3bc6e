import { describeError } from '../../api/describe-error.js';
import { texts } from '../../i18n/texts.js';
import { Button } from '../../ui/button.js';
import { ELEMENT_IDS } from '../../ui/element-ids.js';
import { Note } from '../../ui/note.js';
import { Skeleton } from '../../ui/skeleton.js';
import type { FileProps } from '../conversation/file-props.js';
import { Want, Who } from './known-sections.js';
import { Meter } from './meter.js';
import { ByColleagues, Happened, Heard } from './more-sections.js';
import { Missing, Promised, SayFirst } from './next-sections.js';
import type { SectionProps } from './section-props.js';
import { WhyQualified } from './why-qualified.js';
import './bundle.css';
import './sections.css';

/** The context in the order of an agent's questions. Every fact leads to its words. */
export function BundlePane({ desk, file }: FileProps) {
  const words = texts();
  const { bundle, busy, error } = file.bundle;
  const held = bundle.value;
  return (
    <section class="pane bundle-pane" aria-label={words.bundle.title} aria-busy={busy.value}>
      <div class="pane-head">
        <Button
          look="quiet"
          class="phone-only"
          icon="arrowLeft"
          label={words.common.back}
          onClick={() => {
            desk.panes.front.value = 'conversation';
          }}
        />
        <h2 id={ELEMENT_IDS.bundle} tabIndex={-1}>
          {words.bundle.title}
        </h2>
        {held && busy.value && <span class="refreshing muted">{words.bundle.refreshing}</span>}
        {held && <Meter bundle={held} />}
      </div>
      <div class="bundle-scroll scroll">
        {error.value && (
          <Note
            tone="danger"
            action={
              <Button small icon="refresh" onClick={() => file.bundle.refresh()}>
                {words.common.retry}
              </Button>
            }
          >
            {describeError(error.value, words)}
          </Note>
        )}
        {!held && !error.value && <Skeleton lines={10} />}
        {held && <Sections bundle={held} desk={desk} file={file} />}
      </div>
    </section>
  );
}

function Sections(props: SectionProps) {
  const { bundle } = props;
  const words = texts().bundle;
  return (
    <>
      <Who {...props} />
      <Want {...props} />
      <WhyQualified {...props} />
      <Heard {...props} />
      <Promised {...props} />
      <Missing {...props} />
      <SayFirst {...props} />
      <ByColleagues {...props} />
      <Happened {...props} />
      <footer class="bundle-foot muted">
        <span>
          {words.schema} <code>{bundle.schema}</code>
        </span>
        <span>
          {words.hash} <code title={bundle.hash}>{bundle.hash.slice(0, 12)}</code>
        </span>
      </footer>
    </>
  );
}
