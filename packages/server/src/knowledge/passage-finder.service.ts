import type { Passage, WorkspaceId } from '@baton/shared-types';
import { Inject, Injectable } from '@nestjs/common';
import { UNIT_OF_WORK, type UnitOfWork } from '../database/index.js';
import { Metrics } from '../observability/index.js';
import { mergeByRank } from './core/merge-by-rank.js';
import { MeaningSearch, type NearPassage } from './meaning-search.service.js';
import {
  type FoldedQuestion,
  type FoundPassage,
  PassageSearchRepository,
} from './passage-search.repository.js';
import { SearchCache } from './search-cache.js';

/** How far down each ranking is looked at before they are merged. */
const MERGED_DEPTH = 50;

export interface PassageQuery {
  /** As it was asked. */
  readonly question: string;
  /** The words of it that are searched for, per configuration. */
  readonly questions: readonly FoldedQuestion[];
  /** Primary language. */
  readonly language: string;
  readonly limit: number;
}

/** Finds passages by their words, by their meaning where that is configured, and remembers what it found. */
@Injectable()
export class PassageFinder {
  constructor(
    @Inject(UNIT_OF_WORK) private readonly unitOfWork: UnitOfWork,
    @Inject(PassageSearchRepository) private readonly passages: PassageSearchRepository,
    @Inject(MeaningSearch) private readonly meaning: MeaningSearch,
    @Inject(SearchCache) private readonly cache: SearchCache,
    @Inject(Metrics) private readonly metrics: Metrics,
  ) {}

  async find(workspaceId: WorkspaceId, query: PassageQuery): Promise<readonly Passage[]> {
    const model = this.meaning.modelId;
    const depth = model === null ? query.limit : Math.max(query.limit, MERGED_DEPTH);
    const { version, key, kept, byWords } = await this.unitOfWork.readInWorkspace(workspaceId, async (tx) => {
      const version = await this.passages.indexVersion(tx, workspaceId, model);
      const key = keyOf(workspaceId, version, query, model);
      const kept = this.cache.find(key);
      const byWords = kept ? [] : await this.passages.search(tx, workspaceId, { ...query, limit: depth });
      return { version, key, kept, byWords };
    });
    if (kept) return this.counted('cache', kept);
    if (model === null) return this.counted('words', this.remembered(key, byWords.map(toPassage)));
    const near = await this.meaning.nearest(workspaceId, { ...query, limit: depth }, version);
    // Not remembered: the next search may find the endpoint well again.
    if (near === null) return this.counted('degraded', byWords.slice(0, query.limit).map(toPassage));
    const merged = await this.merged(workspaceId, { byWords, near }, query.limit);
    return this.counted('both', this.remembered(key, merged));
  }

  private async merged(
    workspaceId: WorkspaceId,
    found: { readonly byWords: readonly FoundPassage[]; readonly near: readonly NearPassage[] },
    limit: number,
  ): Promise<readonly Passage[]> {
    const { byWords, near } = found;
    const byKey = new Map(byWords.map((passage) => [passage.key, passage]));
    const meant = new Map(near.map(({ key, score }) => [key, score]));
    const ranked = mergeByRank([[...byKey.keys()], [...meant.keys()]]).slice(0, limit);
    const others = ranked.filter((key) => !byKey.has(key));
    const rest =
      others.length === 0
        ? []
        : await this.unitOfWork.readInWorkspace(workspaceId, (tx) =>
            this.passages.listByKey(tx, workspaceId, others),
          );
    for (const passage of rest) byKey.set(passage.key, passage);
    return ranked.flatMap((key) => {
      const passage = byKey.get(key);
      if (!passage) return [];
      return [{ ...toPassage(passage), score: Math.max(passage.score, meant.get(key) ?? 0) }];
    });
  }

  private remembered(key: string, passages: readonly Passage[]): readonly Passage[] {
    this.cache.keep(key, passages);
    return passages;
  }

  private counted(way: 'cache' | 'words' | 'both' | 'degraded', passages: readonly Passage[]) {
    this.metrics.knowledgeSearches.inc({ way });
    return passages;
  }
}

/** What a search depends on. By words alone it is the same however the question is put around them. */
function keyOf(workspaceId: WorkspaceId, version: string, query: PassageQuery, model: string | null): string {
  const { language, limit, questions, question } = query;
  const asked = model === null ? questions.map(({ words }) => words) : [model, question];
  return JSON.stringify([workspaceId, version, language, limit, ...asked]);
}

function toPassage({ title, url, text, score }: FoundPassage): Passage {
  return { title, url, text, score };
}
