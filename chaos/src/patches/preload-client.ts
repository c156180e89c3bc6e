import { findMutation } from './mutations.ts';
import { patchLoadedFiles } from './patch-loader.ts';

/** Comes before the harness's first line when a bug is planted in the client that it drives. */
const mutation = findMutation(process.env['CHAOS_MUTATION'] ?? null);
patchLoadedFiles((mutation?.patches ?? []).filter(({ file }) => file.startsWith('client/')));
