import { render } from 'preact';
import { App } from './app.js';
import type { ConsoleParts } from './console-parts.js';
import { createSessionModel } from './features/session/session-model.js';
import { chooseLanguage, texts } from './i18n/texts.js';
import { applyTheme } from './platform/theme.js';
import './ui/tokens.css';
import './ui/base.css';
import './ui/card.css';

export async function mountConsole(parts: ConsoleParts): Promise<void> {
  const { platform, api } = parts;
  const linkToken = platform.takeLinkToken();
  await chooseLanguage(platform.languages());
  platform.setLanguage(texts().language);
  const theme = applyTheme(platform);
  const session = createSessionModel(api);
  void session.start(linkToken);
  // Lives as long as the page: somebody may open another person's link in the same tab.
  platform.onLinkToken((token) => void session.start(token));
  render(<App parts={parts} session={session} theme={theme} />, platform.root());
}
