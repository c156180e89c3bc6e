import type { RecordEntry } from '../history/line.ts';
import type { Random } from '../run/seeded-random.ts';
import type { World } from '../world/world.ts';

export interface Scene {
  readonly world: World;
  readonly random: Random;
  readonly record: RecordEntry;
  /** Conversations that are being talked in just now. */
  readonly conversations: () => readonly string[];
  /** Looks whether the latest acknowledged lines are in the database. */
  readonly look: () => Promise<void>;
  /** Writes down whose turns a node may be holding, before it dies or freezes. */
  readonly noteLeases: () => Promise<void>;
}

/** One fault, from its beginning to its end. After it nothing of it is left. */
export interface Episode {
  readonly kind: string;
  /** What the run's log says of it. */
  readonly detail: string;
  run(scene: Scene): Promise<void>;
}
