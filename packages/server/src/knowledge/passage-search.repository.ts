import type { Passage, WorkspaceId } from '@baton/shared-types';
import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/index.js';
import type { SearchConfig } from './core/search-language.js';
import { sortedLetters } from './sorted-letters.repository.js';

/** A question as one text search configuration sees it. */
export interface FoldedQuestion {
  readonly config: SearchConfig;
  /** Folded words, separated by spaces. */
  readonly words: string;
}

export interface FoundPassage extends Passage {
  /** Article and ordinal. */
  readonly key: string;
}

@Injectable()
export class PassageSearchRepository {
  /**
   * Changes whenever a search could find something else: with every replacement of the articles, and with every
   * vector of the model that searches by meaning, if there is one.
   */
  async indexVersion(tx: Transaction, workspaceId: WorkspaceId, model: string | null): Promise<string> {
    const [row] = await tx.query<{ version: string }>(model === null ? ARTICLES_VERSION : VECTORS_VERSION, [
      workspaceId,
      ...(model === null ? [] : [model]),
    ]);
    return row?.version ?? '';
  }

  /** Passages by article and ordinal, in no order; their score by words is 0. */
  async listByKey(
    tx: Transaction,
    workspaceId: WorkspaceId,
    keys: readonly string[],
  ): Promise<readonly FoundPassage[]> {
    return tx.query<FoundPassage>(LIST_BY_KEY, [workspaceId, JSON.stringify(keys)]);
  }

  /** Passages of the given language (of all languages, if there are none in it), best first. */
  async search(
    tx: Transaction,
    workspaceId: WorkspaceId,
    query: {
      readonly language: string;
      readonly questions: readonly FoldedQuestion[];
      readonly limit: number;
    },
  ): Promise<readonly FoundPassage[]> {
    const { language, questions, limit } = query;
    return tx.query<FoundPassage>(SEARCH, [workspaceId, language, JSON.stringify(questions), limit]);
  }
}

/**
 * BM25 (k1 1.2, b 0.4: passages are cut to a similar length) over the postings. A word that no passage contains is
 * repaired by the most similar words as written: by trigrams, or where letters have changed places; never in the
 * first letter, which people seldom get wrong. In German a word also finds the compounds it is part of, and its own
 * parts. Of the ways in which a word of the question matches a passage, the best one counts.
 *
 * The score is the share of what was asked: the passage's sum, divided by what a passage of average length would get
 * that contains each word of the question twice. An unknown word counts in the divisor as a rare word does, by half.
 * Among more passages one covers more by accident, so the share is raised to a power that grows with their number:
 * what is beside the point scores about the same among 70 passages and among 1,400.
 */
export const SEARCH = `
WITH scope AS MATERIALIZED (
  SELECT coalesce((SELECT p.language FROM knowledge_passage p
    WHERE p.workspace_id = $1 AND p.language = $2 LIMIT 1), '') AS language
), size AS MATERIALIZED (
  SELECT count(*)::float8 AS passages, greatest(avg(p.length), 1)::float8 AS average,
    array_agg(DISTINCT p.config) AS configs
  FROM knowledge_passage p CROSS JOIN scope
  WHERE p.workspace_id = $1 AND scope.language IN ('', p.language)
), asked AS MATERIALIZED (
  SELECT DISTINCT q.config, w.lexeme AS word, s.lexeme
  FROM jsonb_to_recordset($3::jsonb) AS q(config text, words text),
    unnest(to_tsvector('simple', q.words)) AS w,
    unnest(to_tsvector(q.config::regconfig, w.lexeme)) AS s
  WHERE q.config = ANY (SELECT unnest(configs) FROM size)
), known AS MATERIALIZED (
  SELECT a.*, ${sortedLetters('a.word')} AS letters, EXISTS (
    SELECT 1 FROM knowledge_posting o
    WHERE o.workspace_id = $1 AND o.config = a.config AND o.lexeme = a.lexeme
      AND scope.language IN ('', o.language)) AS found
  FROM asked a CROSS JOIN scope
), alternative AS MATERIALIZED (
  SELECT config, word, lexeme, 1.0::float8 AS weight FROM known WHERE found
  UNION ALL
  SELECT k.config, k.word, r.lexeme, r.likeness * 0.9
  FROM known k CROSS JOIN LATERAL (
    SELECT v.lexeme, max(greatest(
      similarity(v.word, k.word), CASE WHEN v.letters = k.letters THEN 0.8 ELSE 0 END))::float8 AS likeness
    FROM knowledge_word v
    WHERE v.workspace_id = $1 AND v.config = k.config
      AND left(v.word, 1) = left(k.word, 1) AND abs(length(v.word) - length(k.word)) <= 2
      AND (v.letters = k.letters OR similarity(v.word, k.word) >= 0.4)
    GROUP BY v.lexeme ORDER BY likeness DESC, v.lexeme LIMIT 2) AS r
  WHERE NOT k.found AND length(k.word) >= 4
  UNION ALL
  SELECT k.config, k.word, r.lexeme, 0.6
  FROM known k CROSS JOIN LATERAL (
    SELECT DISTINCT v.lexeme FROM knowledge_word v
    WHERE v.workspace_id = $1 AND v.config = k.config AND v.lexeme <> k.lexeme
      AND least(length(v.lexeme), length(k.lexeme)) >= 4
      AND (strpos(v.word, k.lexeme) > 0 OR strpos(k.word, v.lexeme) > 0)
    ORDER BY v.lexeme LIMIT 12) AS r
  WHERE k.config = 'german'
), weighted AS MATERIALIZED (
  SELECT a.config, a.word, a.lexeme, a.weight, (
    SELECT count(*) FROM knowledge_posting o
    WHERE o.workspace_id = $1 AND o.config = a.config AND o.lexeme = a.lexeme
      AND scope.language IN ('', o.language)) AS passages_with
  FROM (SELECT config, word, lexeme, max(weight) AS weight FROM alternative GROUP BY 1, 2, 3) a
  CROSS JOIN scope
), worth AS MATERIALIZED (
  SELECT w.*, w.weight * ln(1 + (size.passages - w.passages_with + 0.5) / (w.passages_with + 0.5)) AS rarity
  FROM weighted w CROSS JOIN size WHERE w.passages_with > 0
), hit AS (
  SELECT o.article_id, o.ordinal, w.config, w.word, max(w.rarity * o.frequency * 2.2
    / (o.frequency + 1.2 * (0.6 + 0.4 * o.passage_length / size.average))) AS points
  FROM worth w
  JOIN knowledge_posting o ON o.workspace_id = $1 AND o.config = w.config AND o.lexeme = w.lexeme
  CROSS JOIN size CROSS JOIN scope
  WHERE scope.language IN ('', o.language)
  GROUP BY 1, 2, 3, 4
), possible AS (
  SELECT a.config, sum(coalesce(
    (SELECT max(w.rarity / w.weight) FROM worth w WHERE w.config = a.config AND w.word = a.word),
    0.5 * ln(1 + (size.passages + 0.5) / 0.5))) * 2.2 * 2 / 3.2 AS points
  FROM (SELECT DISTINCT config, word FROM asked) a CROSS JOIN size GROUP BY a.config
), ranked AS (
  SELECT hit.article_id, hit.ordinal, sum(hit.points) / max(possible.points) AS score
  FROM hit JOIN possible USING (config)
  GROUP BY 1, 2 ORDER BY score DESC, article_id, ordinal LIMIT $4
)
SELECT p.article_id || '/' || p.ordinal AS key, p.title, a.url, p.text, 
  round(power(least(r.score, 1), 1 + 0.35 * ln(greatest(size.passages, 70) / 70))::numeric, 4)::float8 AS score
FROM ranked r CROSS JOIN size
JOIN knowledge_passage p ON p.workspace_id = $1 AND p.article_id = r.article_id AND p.ordinal = r.ordinal
JOIN knowledge_article a ON a.workspace_id = $1 AND a.id = r.article_id
ORDER BY r.score DESC, r.article_id, r.ordinal`;

/** A replacement writes all articles anew, at one time; replacements of a workspace come one after the other. */
const ARTICLES = `(SELECT coalesce(max(created_at)::text, '') || ' ' || count(*) FROM knowledge_article
  WHERE workspace_id = $1)`;
const ARTICLES_VERSION = `SELECT ${ARTICLES} AS version`;
const VECTORS_VERSION = `SELECT ${ARTICLES} || ' ' || (
  SELECT count(*) FROM knowledge_vector WHERE workspace_id = $1 AND model = $2) AS version`;

const LIST_BY_KEY = `
SELECT p.article_id || '/' || p.ordinal AS key, p.title, a.url, p.text, 0::float8 AS score
FROM jsonb_array_elements_text($2::jsonb) AS wanted(key)
JOIN knowledge_passage p ON p.workspace_id = $1
  AND p.article_id = split_part(wanted.key, '/', 1) AND p.ordinal = split_part(wanted.key, '/', 2)::integer
JOIN knowledge_article a ON a.workspace_id = $1 AND a.id = p.article_id`;
