// Only for the playground; what pages load is built by build.mjs.
import { defineConfig } from 'vite';
import { STAND_INS } from './stand-ins.mjs';

export default defineConfig({
  resolve: { alias: STAND_INS, conditions: ['source', 'module', 'browser', 'development|production'] },
  build: {
    outDir: 'dist/playground',
    target: 'es2022',
    cssTarget: ['chrome123', 'safari18', 'firefox133'],
    rolldownOptions: { input: 'playground.html' },
  },
});
