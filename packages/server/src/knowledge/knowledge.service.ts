import type { ArticleId, Passage, WorkspaceId } from '@baton/shared-types';
import { Inject, Injectable } from '@nestjs/common';
import { UNIT_OF_WORK, type UnitOfWork } from '../database/index.js';
import { IDS, type Ids } from '../kernel/ids.js';
import { askedPart } from './core/asked-part.js';
import { foldText } from './core/fold-text.js';
import { primaryLanguage, SEARCH_CONFIGS, searchConfig } from './core/search-language.js';
import { searchableWords } from './core/searchable-words.js';
import { splitPassages } from './core/split-passages.js';
import { EmbedArticles } from './embed-articles.service.js';
import { type ArticleRow, KnowledgeRepository, type PassageRow } from './knowledge.repository.js';
import { parseMarkdown } from './markdown.adapter.js';
import { PassageFinder } from './passage-finder.service.js';

export interface ArticleDraft {
  /** Kept where given, so that an article keeps its id from one replacement to the next. */
  readonly id?: ArticleId;
  readonly title: string;
  /** Where visitors read the article, absolute or relative to the company's site; null when nowhere. */
  readonly url: string | null;
  /** BCP 47. */
  readonly language: string;
  readonly markdown: string;
}

/** What the company knows: its articles, and the passages of them that answer a question. */
@Injectable()
export class KnowledgeService {
  constructor(
    @Inject(UNIT_OF_WORK) private readonly unitOfWork: UnitOfWork,
    @Inject(IDS) private readonly ids: Ids,
    @Inject(KnowledgeRepository) private readonly articles: KnowledgeRepository,
    @Inject(EmbedArticles) private readonly embedding: EmbedArticles,
    @Inject(PassageFinder) private readonly finder: PassageFinder,
  ) {}

  /** Makes these the only articles of the workspace. All or nothing; searches see the old ones until it is done. */
  async replaceArticles(workspaceId: WorkspaceId, drafts: readonly ArticleDraft[]): Promise<void> {
    const articles = drafts.map((draft) => ({
      ...draft,
      id: draft.id ?? this.ids.next('art'),
      language: primaryLanguage(draft.language),
    }));
    const passages = articles.flatMap(toPassages);
    await this.unitOfWork.inWorkspace(workspaceId, async (tx) => {
      await this.articles.removeAll(tx, workspaceId);
      await this.articles.insertArticles(tx, workspaceId, articles);
      await this.articles.insertPassages(tx, workspaceId, passages);
      await this.embedding.request(tx, workspaceId);
    });
  }

  /**
   * Passages that answer what a message asks, best first, at most `limit`; none for a greeting or an empty message.
   * `score` is from 0 to 1 and means the same in every search: the share of the question that the passage covers.
   */
  async search(
    workspaceId: WorkspaceId,
    message: string,
    language: string,
    limit: number,
  ): Promise<readonly Passage[]> {
    const question = askedPart(message);
    const questions = SEARCH_CONFIGS.map((config) => ({
      config,
      words: searchableWords(question, config).join(' '),
    }));
    if (limit < 1 || questions.every(({ words }) => words === '')) return [];
    const query = { question, questions, language: primaryLanguage(language), limit };
    return this.finder.find(workspaceId, query);
  }
}

function toPassages(article: ArticleRow): readonly PassageRow[] {
  const config = searchConfig(article.language);
  return splitPassages(article.title, parseMarkdown(article.markdown)).map((passage, ordinal) => ({
    articleId: article.id,
    ordinal,
    language: article.language,
    config,
    title: passage.title,
    text: passage.text,
    foldedTitle: foldText(passage.title, config),
    foldedText: foldText(passage.text, config),
  }));
}
