import { UPLOAD_HEADER } from '@baton/shared-types';
import { uploadContext } from '../../platform/upload-context.js';

/** A header has to be short: of the page's address and title, and of the file's name, this much counts. */
const PAGE_CHARACTERS = 500;
const NAME_CHARACTERS = 300;

/** What stands beside the bytes: what the file is called, and where the visitor is in case it begins the conversation. */
export function uploadHeaders(
  clientId: string,
  name: string,
  locale: string,
): Readonly<Record<string, string>> {
  const { page, timeZone } = uploadContext();
  const cut = (text: string) => wellFormed(text.slice(0, PAGE_CHARACTERS));
  const context = {
    page: { url: cut(page.url), title: cut(page.title), referrer: cut(page.referrer) },
    locale,
    timeZone,
  };
  const head = { clientId, name: wellFormed(name.slice(-NAME_CHARACTERS)), context };
  return { [UPLOAD_HEADER]: encodeURIComponent(JSON.stringify(head)) };
}

/** A half of a character cannot be encoded. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD');
}
