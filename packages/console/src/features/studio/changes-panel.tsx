import { texts } from '../../i18n/texts.js';
import { ChangedLines } from './changed-lines.js';
import type { StudioModel } from './studio-model.js';

/** The draft against what is live. */
export function ChangesPanel({ model }: { model: StudioModel }) {
  return (
    <div class="form-stack">
      <p class="muted">{texts().studio.changes.intro}</p>
      <ChangedLines before={model.live.value} after={model.draft.yaml.value} />
    </div>
  );
}
