import type { BundleSlot, BundleValue, ProvenanceSource } from '@baton/shared-types';
import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { texts } from '../../i18n/texts.js';
import { Button } from '../../ui/button.js';
import { Icon, type IconName } from '../../ui/icon.js';
import { JsonDetails } from '../../ui/json-details.js';
import { isCorrectable } from '../conversation/is-correctable.js';
import type { OpenFile } from '../workspace/desk-model.js';
import './fact.css';

const SOURCE_ICONS: Readonly<Record<ProvenanceSource, IconName>> = {
  rules: 'rules',
  model: 'spark',
  agent: 'person',
};

/** One slot: its value leads to its words, its mark says who read it, "Why?" says why. */
export function Fact({ slot, file, unverified }: { slot: BundleSlot; file: OpenFile; unverified: boolean }) {
  const open = useSignal(false);
  const whyId = useId();
  const words = texts();
  const conflicting = slot.state === 'conflicting' && slot.current && slot.rivals.length > 0;
  return (
    <div class={`fact ${slot.state} ${conflicting ? 'wide' : ''}`}>
      <dt dir="auto">{slot.label}</dt>
      <dd class="fact-value">
        {conflicting && slot.current ? (
          <div class="rivals">
            {slot.rivals.map((rival) => (
              <div key={rival.display} class="rival">
                <span class="muted">{words.bundle.earlier}</span>
                <Value value={rival} label={slot.label} file={file} />
              </div>
            ))}
            <div class="rival">
              <span class="muted">{words.bundle.latest}</span>
              <Value value={slot.current} label={slot.label} file={file} />
            </div>
          </div>
        ) : (
          slot.current && <Value value={slot.current} label={slot.label} file={file} />
        )}
        {slot.state === 'unclear' && <span class="state unclear">{words.bundle.states.unclear}</span>}
        {unverified && <span class="state">{words.bundle.notVerified}</span>}
        {conflicting && <span class="state conflicting">{words.bundle.conflict}</span>}
      </dd>
      <dd class="fact-act">
        <button
          type="button"
          class="fact-why"
          aria-expanded={open.value}
          aria-controls={whyId}
          aria-label={words.common.whyOf(slot.label)}
          title={words.common.whyOf(slot.label)}
          onClick={() => {
            open.value = !open.value;
          }}
        >
          <Icon name="question" />
        </button>
      </dd>
      <dd id={whyId} class="fact-reasons" hidden={!open.value}>
        {open.value && <Reasons slot={slot} />}
        {open.value && isCorrectable(slot.kind) && (
          <Button
            small
            icon="pencil"
            onClick={() => {
              file.conversation.dismissError();
              file.correct(slot);
            }}
          >
            {words.acts.correct}
          </Button>
        )}
      </dd>
    </div>
  );
}

/** The value as a button that leads to the words; hovering or focusing it shows them. */
function Value({ value, label, file }: { value: BundleValue; label: string; file: OpenFile }) {
  const words = texts().bundle;
  const [evidence] = value.evidence;
  const mark = <Icon name={SOURCE_ICONS[value.source]} label={words.sources[value.source]} />;
  if (!evidence) {
    return (
      <span class="value" title={words.noEvidence}>
        <bdi>{value.display}</bdi>
        {'\u00a0'}
        {mark}
      </span>
    );
  }
  return (
    <span class="value-frame">
      <button
        type="button"
        class="value"
        aria-description={words.jump}
        onClick={() => file.conversation.showEvidence(evidence)}
      >
        <bdi>{value.display}</bdi>
        {'\u00a0'}
        {mark}
      </button>
      <span class="quote" role="tooltip">
        <span class="quote-label">{label}</span>
        <q dir="auto">{evidence.quote}</q>
        <span class="muted">
          {words.sources[value.source]}, {words.confidence(Math.round(value.confidence * 100))}
        </span>
      </span>
    </span>
  );
}

function Reasons({ slot }: { slot: BundleSlot }) {
  const words = texts().bundle;
  const values = slot.current ? [slot.current, ...slot.rivals] : slot.rivals;
  return (
    <>
      {values.map((value) => (
        <p key={value.display}>
          <strong dir="auto">{value.display}</strong>: {asSentence(value.reason)}{' '}
          {words.sources[value.source]}, {words.confidence(Math.round(value.confidence * 100))}.
        </p>
      ))}
      <JsonDetails value={slot} />
    </>
  );
}

/** A reason that somebody typed may end without a full stop. */
function asSentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
