import { readFileSync } from 'node:fs';
import type { Baton } from './baton.js';

const GUIDE = readFileSync(new URL('../../docs/guides/embed.md', import.meta.url), 'utf8');

/** A code block of the guide by what stands in it, exactly as a reader copies it; throws when none or several do. */
export function snippetOfGuide(language: string, containing: string): string {
  const blocks = [...GUIDE.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))]
    .map(([, code = '']) => code)
    .filter((code) => code.includes(containing));
  const [only] = blocks;
  if (only === undefined || blocks.length > 1)
    throw new Error(`${blocks.length} blocks of ${language} in the guide contain ${containing}`);
  return only;
}

/** What the guide tells its reader to put in: their server and their site's key. */
export function fillIn(snippet: string, baton: Pick<Baton, 'serverUrl'>, siteKey: string): string {
  return snippet.replaceAll('https://chat.example.com', baton.serverUrl).replaceAll('YOUR-SITE-KEY', siteKey);
}
