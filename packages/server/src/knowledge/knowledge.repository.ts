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

/** Passages per statement, so that none of them takes long. */
const BATCH = 200;

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
    for (let from = 0; from < passages.length; from += BATCH) {
      const parameters = [workspaceId, JSON.stringify(passages.slice(from, from + BATCH))];
      await tx.query(INSERT_PASSAGES, parameters);
      await tx.query(INSERT_POSTINGS, parameters);
      await tx.query(INSERT_WORDS, parameters);
    }
  }
}

const INSERT_ARTICLES = `
INSERT INTO knowledge_article (workspace_id, id, title, url, language, markdown)
SELECT $1, a.id, a.title, a.url, a.language, a.markdown
FROM jsonb_to_recordset($2::jsonb) AS a(id text, title text, url text, language text, markdown text)`;

const PASSAGES_GIVEN = `jsonb_to_recordset($2::jsonb) AS p(
  "articleId" text, ordinal int, language text, config text, title text, text text,
  "foldedTitle" text, "foldedText" text)`;

/** A word of the title counts three times. */
const INDEXED = `(setweight(to_tsvector(p.config::regconfig, p."foldedTitle"), 'A')
  || setweight(to_tsvector(p.config::regconfig, p."foldedText"), 'D'))`;
const FREQUENCY = `sum(CASE weight WHEN 'A' THEN 3 ELSE 1 END)`;

const INSERT_PASSAGES = `
INSERT INTO knowledge_passage (workspace_id, article_id, ordinal, language, config, title, text, length)
SELECT $1, p."articleId", p.ordinal, p.language, p.config, p.title, p.text,
  coalesce((SELECT ${FREQUENCY} FROM unnest(${INDEXED}) AS t, unnest(t.weights) AS weight), 0)
FROM ${PASSAGES_GIVEN}`;

const INSERT_POSTINGS = `
INSERT INTO knowledge_posting
  (workspace_id, config, lexeme, article_id, ordinal, language, frequency, passage_length)
SELECT $1, p.config, t.lexeme, p."articleId", p.ordinal, p.language, f.frequency,
  sum(f.frequency) OVER (PARTITION BY p."articleId", p.ordinal)
FROM ${PASSAGES_GIVEN}, unnest(${INDEXED}) AS t,
  LATERAL (SELECT ${FREQUENCY} AS frequency FROM unnest(t.weights) AS weight) AS f`;

/** Words as written beside their stems: typing errors are repaired on words, not on stems. */
const INSERT_WORDS = `
INSERT INTO knowledge_word (workspace_id, config, word, lexeme, letters)
SELECT $1, g.config, g.word, s.lexeme, ${sortedLetters('g.word')}
FROM (
  SELECT DISTINCT p.config, w.lexeme AS word
  FROM ${PASSAGES_GIVEN}, unnest(to_tsvector('simple', p."foldedTitle" || ' ' || p."foldedText")) AS w
  WHERE length(w.lexeme) BETWEEN 4 AND 60 AND w.lexeme !~ '[0-9]') AS g,
  unnest(to_tsvector(g.config::regconfig, g.word)) AS s
ON CONFLICT DO NOTHING`;
