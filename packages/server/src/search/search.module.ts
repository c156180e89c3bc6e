import { Module } from '@nestjs/common';
import { ConversationsModule } from '../conversations/index.js';
import { SearchController } from './search.controller.js';
import { SearchRepository } from './search.repository.js';
import { Search } from './search.service.js';
import { SearchIndexRepository } from './search-index.repository.js';
import { SearchIndex } from './search-index.service.js';

@Module({
  imports: [ConversationsModule],
  controllers: [SearchController],
  providers: [SearchRepository, SearchIndexRepository, SearchIndex, Search],
})
export class SearchModule {}
