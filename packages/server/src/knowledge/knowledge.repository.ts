import type { ArticleId, WorkspaceId } from '@baton/shared-types';
import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/index.js';
import type { SearchConfig } from './core/search-language.js';
import { sortedLetters } from './sorted-letters.repository.js';

export interface ArticleRow {
  readonly id: ArticleId;
  readonly title: string;
  readonly url: string | null;
  readonly language: string;
  readonly markdown: string;
}

export interface PassageRow {
  readonly articleId: ArticleId;
  readonly ordinal: number;
  readonly language: string;
  readonly config: SearchConfig;
  readonly title: string;
  readonly text: string;
  /** Title and text as they are indexed. */
  readonly foldedTitle: string;
  readonly foldedText: string;
}

@Injectable()
export class KnowledgeRepository {
  /** Removes all articles of the workspace with everything that was made from them. */
  async removeAll(tx: Transaction, workspaceId: WorkspaceId): Promise<void> {
    // Two replacements at once would each remove what they see and then both insert.
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('knowledge:' || $1, 0))`, [workspaceId]);
    for (const table of ['knowledge_word', 'knowledge_posting', 'knowledge_passage', 'knowledge_article'])
      await tx.query(`DELETE FROM ${table} WHERE workspace_id = $1`, [workspaceId]);
  }

  async insertArticles(
    tx: Transaction,
    workspaceId: WorkspaceId,
    articles: readonly ArticleRow[],
  ): Promise<void> {
    await tx.query(INSERT_ARTICLES, [workspaceId, JSON.stringify(articles)]);
  }

  /** Stores the passages and indexes them. The workspace must have no others. */
  async insertPassages(
    tx: Transaction,
    workspaceId: WorkspaceId,
    passages: readonly PassageRow[],
  ): Promise<void> {
    const json = JSON.stringify(passages);
    await tx.query(INSERT_PASSAGES, [workspaceId, json]);
    await tx.query(INSERT_POSTINGS, [workspaceId, json]);
    await tx.query(SET_LENGTHS, [workspaceId]);
    await tx.query(INSERT_WORDS, [workspaceId, json]);
  }
}

const INSERT_ARTICLES = `
INSERT INTO knowledge_article (workspace_id, id, title, url, language, markdown)
SELECT $1, a.id, a.title, a.url, a.language, a.markdown
FROM jsonb_to_recordset($2::jsonb) AS a(id text, title text, url text, language text, markdown text)`;

const PASSAGES_GIVEN = `jsonb_to_recordset($2::jsonb) AS p(
  "articleId" text, ordinal int, language text, config text, title text, text text,
  "foldedTitle" text, "foldedText" text)`;

const INSERT_PASSAGES = `
INSERT INTO knowledge_passage (workspace_id, article_id, ordinal, language, config, title, text, length)
SELECT $1, p."articleId", p.ordinal, p.language, p.config, p.title, p.text, 0
FROM ${PASSAGES_GIVEN}`;

/** A word of the title counts three times. */
const INSERT_POSTINGS = `
INSERT INTO knowledge_posting (workspace_id, config, lexeme, article_id, ordinal, frequency)
SELECT $1, p.config, t.lexeme, p."articleId", p.ordinal,
  (SELECT sum(CASE weight WHEN 'A' THEN 3 ELSE 1 END) FROM unnest(t.weights) AS weight)
FROM ${PASSAGES_GIVEN},
  unnest(setweight(to_tsvector(p.config::regconfig, p."foldedTitle"), 'A')
      || setweight(to_tsvector(p.config::regconfig, p."foldedText"), 'D')) AS t`;

const SET_LENGTHS = `
UPDATE knowledge_passage p SET length = coalesce((
  SELECT sum(o.frequency) FROM knowledge_posting o
  WHERE o.workspace_id = p.workspace_id AND o.article_id = p.article_id AND o.ordinal = p.ordinal), 0)
WHERE p.workspace_id = $1`;

/** Words as written beside their stems: typing errors are repaired on words, not on stems. */
const INSERT_WORDS = `
INSERT INTO knowledge_word (workspace_id, config, word, lexeme, letters)
SELECT DISTINCT $1, p.config, w.lexeme, s.lexeme, ${sortedLetters('w.lexeme')}
FROM ${PASSAGES_GIVEN},
  unnest(to_tsvector('simple', p."foldedTitle" || ' ' || p."foldedText")) AS w,
  unnest(to_tsvector(p.config::regconfig, w.lexeme)) AS s
WHERE length(w.lexeme) BETWEEN 4 AND 60 AND w.lexeme !~ '[0-9]'`;
