import { type LoadOptions, loadBaton } from '@baton/widget';
import { useEffect } from 'react';

interface BatonChatProps extends Pick<LoadOptions, 'server' | 'site'> {
  readonly onUnread?: (count: number) => void;
}

/** The chat, as long as this component is there. Further options and events: beside these. */
export function BatonChat({ server, site, onUnread }: BatonChatProps) {
  useEffect(() => onUnread && loadBaton({ server, site }).on('unread', onUnread), [server, site, onUnread]);
  useEffect(() => loadBaton({ server, site }).destroy, [server, site]);
  return null;
}
