export { readArticleFolder } from './article-folder.adapter.js';
export { KnowledgeModule } from './knowledge.module.js';
export { type ArticleDraft, KnowledgeService } from './knowledge.service.js';
export { MEANING_OPTIONS } from './meaning-search.service.js';
