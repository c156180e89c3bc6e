import { defaultClientConditions, defineConfig } from 'vite';

/** The playground: the same console on a scripted workspace in memory. Never shipped. */
export default defineConfig({
  root: 'src/playground',
  base: '/console/',
  cacheDir: '../../node_modules/.vite-playground',
  resolve: { conditions: ['source', ...defaultClientConditions] },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: { outDir: '../../dist/playground', emptyOutDir: true, assetsInlineLimit: 0 },
  server: { port: 5199, strictPort: true },
});
