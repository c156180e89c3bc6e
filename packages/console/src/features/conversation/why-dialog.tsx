import { useMemo } from 'preact/hooks';
import { texts } from '../../i18n/texts.js';
import { Dialog } from '../../ui/dialog.js';
import { JsonDetails } from '../../ui/json-details.js';
import { SourcedList } from '../bundle/sourced-list.js';
import { createResource } from '../settings/loaded.js';
import { LoadedView } from '../settings/loaded-view.js';
import type { DialogProps } from './desk-dialogs.js';
import { isRoutingRecord, tellRoute } from './tell-route.js';

/** Why a route or a reply is as it is, from the stored records; the record itself is one more click away. */
export function WhyDialog({ file, onDone, about }: DialogProps & { about: string }) {
  const words = texts();
  const resource = useMemo(() => createResource(() => file.explain(about)), [about]);
  const title = about === 'route' ? words.acts.whyRoute : words.acts.whyReply;
  return (
    <Dialog title={title} onClose={onDone}>
      <LoadedView resource={resource}>
        {({ sentences, record }) => (
          <div class="form-stack">
            {isRoutingRecord(record) ? (
              <SourcedList
                sentences={tellRoute(record).map((text) => ({ text, messageIds: [] }))}
                file={file}
              />
            ) : sentences.length > 0 ? (
              <SourcedList
                sentences={sentences}
                file={{
                  ...file,
                  conversation: {
                    ...file.conversation,
                    // Where the words are is behind this dialog.
                    showMessage: (id) => {
                      onDone();
                      file.conversation.showMessage(id);
                    },
                  },
                }}
              />
            ) : (
              <p class="muted">{words.acts.whyUnknown}</p>
            )}
            <JsonDetails value={record} />
          </div>
        )}
      </LoadedView>
    </Dialog>
  );
}
