import { Module } from '@nestjs/common';
import { EmbedArticles } from './embed-articles.service.js';
import { KnowledgeRepository } from './knowledge.repository.js';
import { KnowledgeService } from './knowledge.service.js';
import { MeaningSearch } from './meaning-search.service.js';
import { PassageFinder } from './passage-finder.service.js';
import { PassageSearchRepository } from './passage-search.repository.js';
import { PassageVectorsRepository } from './passage-vectors.repository.js';
import { SearchCache } from './search-cache.js';
import { VectorShelf } from './vector-shelf.service.js';

@Module({
  providers: [
    KnowledgeRepository,
    PassageSearchRepository,
    PassageVectorsRepository,
    EmbedArticles,
    VectorShelf,
    MeaningSearch,
    { provide: SearchCache, useFactory: () => new SearchCache() },
    PassageFinder,
    KnowledgeService,
  ],
  exports: [KnowledgeService],
})
export class KnowledgeModule {}
