import { Module } from '@nestjs/common';
import { KnowledgeRepository } from './knowledge.repository.js';
import { KnowledgeService } from './knowledge.service.js';
import { PassageSearchRepository } from './passage-search.repository.js';

@Module({
  providers: [KnowledgeRepository, PassageSearchRepository, KnowledgeService],
  exports: [KnowledgeService],
})
export class KnowledgeModule {}
