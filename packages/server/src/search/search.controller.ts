import type { SearchPage } from '@baton/shared-types';
import { Controller, Get, Inject, Query } from '@nestjs/common';
import { type AgentPrincipal, Allow, CurrentAgent } from '../identity/index.js';
import { parseBody } from '../kernel/parse-body.js';
import { Search } from './search.service.js';
import { searchQuerySchema } from './search-query.schema.js';

@Controller('api/search')
export class SearchController {
  constructor(@Inject(Search) private readonly search: Search) {}

  @Get()
  @Allow('conversation.search')
  find(@CurrentAgent() agent: AgentPrincipal, @Query() asked: unknown): Promise<SearchPage> {
    return this.search.find(agent, parseBody(searchQuerySchema, asked));
  }
}
