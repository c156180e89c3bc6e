import type { Passage, WorkspaceId } from '@baton/shared-types';
import { systemClock } from '../../kernel/clock.js';
import { createIds } from '../../kernel/ids.js';
import { systemRandom } from '../../kernel/random.js';
import { assembleKnowledge } from '../assemble-knowledge.js';
import type { ArticleDraft } from '../knowledge.service.js';
import { SearchCache } from '../search-cache.js';
import type { ScratchWorkspaces } from './scratch-workspaces.repository.js';

/** Documentation in a workspace of its own. */
export interface Shelf {
  readonly packageNames: readonly string[];
  readonly articles: number;
  search(question: string, limit: number): Promise<readonly Passage[]>;
  roundTrip(): Promise<void>;
}

export interface PackageArticles {
  readonly name: string;
  readonly articles: readonly ArticleDraft[];
}

/** Puts the articles of packages into a new workspace. */
export async function fillShelf(
  scratch: ScratchWorkspaces,
  packages: readonly PackageArticles[],
): Promise<Shelf> {
  const ids = createIds(systemClock, systemRandom);
  const workspaceId: WorkspaceId = ids.next('wsp');
  const packageNames = packages.map(({ name }) => name);
  await scratch.add(workspaceId, packageNames.join('-'));
  // Nothing is remembered: each search is measured as if it were the first.
  const service = await assembleKnowledge({
    unitOfWork: scratch.unitOfWork,
    ids,
    cache: new SearchCache(0),
  });
  const articles = packages.flatMap((each) => each.articles);
  await service.replaceArticles(workspaceId, articles);
  return {
    packageNames,
    articles: articles.length,
    search: (question, limit) => service.search(workspaceId, question, 'en', limit),
    roundTrip: () => scratch.roundTrip(workspaceId),
  };
}
