import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { VARIABLES } from './config.js';
import { renderConfiguration } from './render-configuration.js';

it('docs/configuration.md names every variable as it is now', async () => {
  const file = new URL('../../../../docs/configuration.md', import.meta.url).pathname;
  expect(existsSync(file)).toBe(true);
  await expect(renderConfiguration(VARIABLES)).toMatchFileSnapshot(file);
});

it('tells a secret, and says that a default is missing', () => {
  const page = renderConfiguration({ KEY: { fallback: undefined, description: 'A key.', secret: true } });
  expect(page).toContain('| `KEY` | none | A key. Secret. |');
});
