import { texts } from '../../i18n/texts.js';
import { Button } from '../../ui/button.js';
import { ELEMENT_IDS } from '../../ui/element-ids.js';
import { Icon } from '../../ui/icon.js';
import { isCorrectable } from '../conversation/is-correctable.js';
import type { DeskModel, OpenFile } from '../workspace/desk-model.js';
import { bundleParts } from './bundle-parts.js';
import type { SectionProps } from './section-props.js';
import { SourcedList } from './sourced-list.js';

export function Promised({ bundle, file }: SectionProps) {
  const words = texts().bundle;
  return (
    <section class="bundle-section">
      <h3>{words.promised}</h3>
      {bundle.promised.length > 0 ? (
        <SourcedList sentences={bundle.promised} file={file} />
      ) : (
        <p class="muted">{words.nothingPromised}</p>
      )}
    </section>
  );
}

export function Missing({ bundle, file }: SectionProps) {
  const words = texts().bundle;
  const { missing } = bundleParts(bundle);
  const { fillIn } = texts().acts;
  return (
    <section class="bundle-section">
      <h3>{words.missing}</h3>
      {missing.length === 0 && bundle.openQuestions.length === 0 && (
        <p class="muted">{words.nothingMissing}</p>
      )}
      {bundle.gaps.length > 0 && (
        <ul class="gaps">
          {bundle.gaps.map((gap) => (
            <li key={gap.key} dir="auto">
              <strong>{gap.label}</strong> {words.required}: {gap.because}
            </li>
          ))}
        </ul>
      )}
      <ul class="missing">
        {missing.map((slot) => (
          <li key={slot.key} class={slot.state}>
            <bdi>{slot.label}</bdi> <span>{words.states[slot.state]}</span>
            {isCorrectable(slot.kind) && (
              <button
                type="button"
                class="fill-in"
                aria-label={fillIn(slot.label)}
                title={fillIn(slot.label)}
                onClick={() => {
                  file.conversation.dismissError();
                  file.correct(slot);
                }}
              >
                <Icon name="pencil" />
              </button>
            )}
          </li>
        ))}
      </ul>
      {bundle.openQuestions.length > 0 && (
        <>
          <h4>{words.openQuestions}</h4>
          <SourcedList sentences={bundle.openQuestions} file={file} />
        </>
      )}
    </section>
  );
}

/** Drafts only: they go into the composer of the owner and nowhere else. */
export function SayFirst({ bundle, desk, file }: SectionProps) {
  const words = texts();
  const mine = file.conversation.standing.value.kind === 'mine';
  return (
    <section class="bundle-section">
      <h3>{words.bundle.sayFirst}</h3>
      {bundle.suggestedReply !== '' && (
        <div class="say-first">
          <p dir="auto">{bundle.suggestedReply}</p>
          {mine && (
            <Button small icon="return" onClick={() => insertDraft(desk, file, bundle.suggestedReply)}>
              {words.composer.useSuggestion}
            </Button>
          )}
        </div>
      )}
      {bundle.nextQuestions.length > 0 && (
        <>
          <h4>{words.bundle.askNext}</h4>
          <ul class="next-questions">
            {bundle.nextQuestions.map((question) => (
              <li key={question} dir="auto">
                {mine ? (
                  <button type="button" onClick={() => insertDraft(desk, file, question)}>
                    {question}
                  </button>
                ) : (
                  question
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function insertDraft(desk: DeskModel, file: OpenFile, text: string) {
  file.conversation.insert(text);
  if (desk.panes.front.value === 'bundle') desk.panes.front.value = 'conversation';
  desk.platform.environment.setTimer(() => desk.platform.focus(ELEMENT_IDS.composer), 0);
}
