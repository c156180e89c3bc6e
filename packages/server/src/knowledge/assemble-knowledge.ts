import type { UnitOfWork } from '../database/index.js';
import type { JobQueue } from '../jobs/index.js';
import type { Ids } from '../kernel/ids.js';
import type { EmbeddingModel } from '../llm/index.js';
import { type Logger, Metrics } from '../observability/index.js';
import { EmbedArticles } from './embed-articles.service.js';
import { KnowledgeRepository } from './knowledge.repository.js';
import { KnowledgeService } from './knowledge.service.js';
import { MeaningSearch } from './meaning-search.service.js';
import { PassageFinder } from './passage-finder.service.js';
import { PassageSearchRepository } from './passage-search.repository.js';
import { PassageVectorsRepository } from './passage-vectors.repository.js';
import { SearchCache } from './search-cache.js';
import { VectorShelf } from './vector-shelf.service.js';

export interface KnowledgeSurroundings {
  readonly unitOfWork: UnitOfWork;
  readonly ids: Ids;
  readonly cache: SearchCache;
  readonly metrics?: Metrics;
  /** Left out: only words are searched. */
  readonly meaning?: {
    readonly model: EmbeddingModel;
    readonly jobs: JobQueue;
    readonly logger: Logger;
    readonly similarity: number;
    readonly deadlineMs: number;
  };
}

/** The knowledge service with all that it stands on, for where Nest does not put it together. */
export async function assembleKnowledge(surroundings: KnowledgeSurroundings): Promise<KnowledgeService> {
  const { unitOfWork, ids, cache, meaning, metrics = new Metrics() } = surroundings;
  const model = meaning?.model ?? null;
  const vectors = new PassageVectorsRepository();
  const embedding = new EmbedArticles(unitOfWork, meaning?.jobs ?? NO_JOBS, model, vectors, metrics);
  await embedding.onModuleInit();
  const shelf = new VectorShelf(unitOfWork, vectors, embedding);
  const options = meaning ?? { similarity: 0.5, deadlineMs: 0 };
  const search = new MeaningSearch(model, options, shelf, metrics, meaning?.logger ?? NO_LOGGER);
  const finder = new PassageFinder(unitOfWork, new PassageSearchRepository(), search, cache, metrics);
  return new KnowledgeService(unitOfWork, ids, new KnowledgeRepository(), embedding, finder);
}

const refuse = (): never => {
  throw new Error('without a model that embeds texts nothing is enqueued and nothing fails');
};
/** Without a model neither is ever asked for anything. */
const NO_JOBS: JobQueue = { enqueue: refuse, work: refuse };
const NO_LOGGER: Logger = { debug: refuse, info: refuse, warn: refuse, error: refuse };
