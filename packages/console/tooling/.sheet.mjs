import { readFileSync } from 'node:fs';
import { chromium } from '@playwright/test';

const [out, ...files] = process.argv.slice(2);
const b = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
const p = await b.newPage({ viewport: { width: 3000, height: 900 } });
await p.setContent(
  `<body style="margin:0;display:inline-flex;gap:12px;background:#888;align-items:start">${files.map((f) => `<img src="data:image/png;base64,${readFileSync(`/tmp/look/${f}.png`).toString('base64')}">`).join('')}</body>`,
);
await p.locator('body').screenshot({ path: out });
await b.close();
