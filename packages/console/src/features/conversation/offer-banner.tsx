import { useLocation } from 'preact-iso';
import { texts } from '../../i18n/texts.js';
import { Button } from '../../ui/button.js';
import { DeadlineBar } from '../inbox/inbox-line.js';
import { offerTime } from '../inbox/waiting-time.js';
import { acceptOffer } from '../workspace/accept-offer.js';
import type { FileProps } from './file-props.js';

/** Why this is offered, how long it stands, and the two answers. */
export function OfferBanner({ desk, file }: FileProps) {
  const { route } = useLocation();
  const { conversation } = file;
  const words = texts();
  const row = desk.inbox.rowOf(conversation.conversationId);
  const reason = conversation.conversation.view.value?.handoff?.reason;
  const left = row && offerTime(row, desk.clock.now.value);
  const busy = conversation.busy.value;
  return (
    <div class="offer-banner">
      <p>
        {reason && words.conversation.offerBanner(words.inbox.reasons[reason])}{' '}
        {left && <strong class={left.urgency}>{words.inbox.secondsLeft(left.secondsLeft)}</strong>}
      </p>
      <Button look="quiet" busy={busy === 'decline'} onClick={() => void conversation.act('decline')}>
        {words.conversation.actions.decline}
      </Button>
      <Button
        look="primary"
        icon="accept"
        busy={busy === 'accept'}
        onClick={() => void acceptOffer(desk, route, conversation.conversationId)}
      >
        {words.conversation.actions.accept}
        <span class="key-hint" data-key="A" aria-hidden="true" />
      </Button>
      {row && <DeadlineBar desk={desk} row={row} />}
    </div>
  );
}
