import type { BundleCampaign, ConversationView, LogEvent } from '@baton/shared-types';

type Journey = readonly { readonly url: string; readonly title: string; readonly at: string }[];

/** The pages on the visitor's way: where the conversation began, and where they came while it was open. */
export function readJourney(log: readonly LogEvent[]): Journey {
  return log.flatMap(({ type, data, at }) => {
    const isPage = type === 'conversation.started' || type === 'page.visited';
    return isPage && data.page.url ? [{ url: data.page.url, title: data.page.title, at }] : [];
  });
}

/** The campaign in the address of the first page; null when it names none. */
export function readCampaign(view: ConversationView): BundleCampaign | null {
  const url = parseUrl(view.page?.url ?? '');
  const read = (name: string) => url?.searchParams.get(`utm_${name}`) || null;
  const campaign = {
    source: read('source'),
    medium: read('medium'),
    campaign: read('campaign'),
    term: read('term'),
    content: read('content'),
  };
  return Object.values(campaign).some((part) => part !== null) ? campaign : null;
}

/** Where the visitor came from: the campaign's source, else the host that linked here, else `direct`. */
export function readSource(view: ConversationView): string {
  const own = parseUrl(view.page?.url ?? '')?.host;
  const linking = parseUrl(view.page?.referrer ?? '')?.host;
  return readCampaign(view)?.source ?? (linking && linking !== own ? linking : 'direct');
}

export function readPath(view: ConversationView): string {
  return parseUrl(view.page?.url ?? '')?.pathname ?? '';
}

function parseUrl(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}
