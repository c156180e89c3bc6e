import { defineConfig } from 'vitest/config';
import { STAND_INS } from './packages/widget/stand-ins.mjs';

/** The widget's views are tested on what draws them in the browser, not on Preact. */
const drawnAsShipped = {
  name: 'drawn-as-shipped',
  enforce: 'pre' as const,
  resolveId(source: string, importer?: string) {
    if (!importer || !/\/widget\/src\/ui\//.test(importer) || /\.spec\.ts$/.test(importer)) return null;
    return STAND_INS.find(({ find }) => find.test(source))?.replacement ?? null;
  },
};

/** Two projects: `unit` needs nothing but Node; `integration` needs the embedded (or a given) PostgreSQL. */
export default defineConfig({
  plugins: [drawnAsShipped],
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source', 'node', 'module'] } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [
            'packages/*/src/**/*.spec.{ts,tsx}',
            'tooling/**/*.spec.ts',
            'e2e/**/*.spec.ts',
            'chaos/**/*.spec.ts',
          ],
          exclude: ['**/*.int.spec.ts', '**/node_modules/**', '**/dist/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['packages/*/src/**/*.int.spec.ts', 'packages/*/test/**/*.int.spec.ts'],
          exclude: ['**/node_modules/**', '**/dist/**'],
          globalSetup: ['packages/server/test/global-setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
