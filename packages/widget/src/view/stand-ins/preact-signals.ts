export { useComputed, useSignal } from '../hooks.js';
export { batch, computed, effect, signal, untracked } from '../signals.js';
