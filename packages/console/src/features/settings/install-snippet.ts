/** Where the server serves the widget's loader. */
const LOADER_PATH = '/widget/loader.js';

/** The one line that a site owner pastes. Keys are made by the server from letters and digits, so nothing needs escaping. */
export function installSnippet(serverOrigin: string, siteKey: string): string {
  return `<script async src="${serverOrigin}${LOADER_PATH}" data-site="${siteKey}"></script>`;
}
