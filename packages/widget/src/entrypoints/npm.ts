export type { BatonApi, BatonEvents, PageOverride } from '../api/baton-api.js';
export { type LoadOptions, loadBaton } from '../api/load-baton.js';
export type { BatonOptions } from '../config/widget-options.js';
