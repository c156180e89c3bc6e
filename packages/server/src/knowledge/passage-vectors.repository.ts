import type { WorkspaceId } from '@baton/shared-types';
import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/index.js';

/** A text that has no vector yet. */
export interface TextToEmbed {
  readonly hash: string;
  readonly text: string;
}

export interface PassageVector {
  readonly key: string;
  readonly language: string;
  /** Numbers of four bytes, least significant first. */
  readonly vector: Buffer;
}

@Injectable()
export class PassageVectorsRepository {
  /** Up to `limit` texts of passages that the model has not embedded yet. */
  async listMissing(
    tx: Transaction,
    workspaceId: WorkspaceId,
    model: string,
    limit: number,
  ): Promise<readonly TextToEmbed[]> {
    return tx.query<TextToEmbed>(LIST_MISSING, [workspaceId, model, limit]);
  }

  /** Stores vectors by the hash of their text; a second vector of the same text is dropped. */
  async insert(
    tx: Transaction,
    workspaceId: WorkspaceId,
    model: string,
    vectors: readonly { readonly hash: string; readonly vector: Float32Array }[],
  ): Promise<void> {
    const rows = vectors.map(({ hash, vector }) => ({ hash, vector: toBytes(vector).toString('base64') }));
    await tx.query(INSERT, [workspaceId, model, JSON.stringify(rows)]);
  }

  /** Removes vectors of texts that stand in no passage any more, of whatever model. */
  async removeUnused(tx: Transaction, workspaceId: WorkspaceId): Promise<void> {
    await tx.query(REMOVE_UNUSED, [workspaceId]);
  }

  /** The vectors of all passages that have one. */
  async list(tx: Transaction, workspaceId: WorkspaceId, model: string): Promise<readonly PassageVector[]> {
    return tx.query<PassageVector>(LIST, [workspaceId, model]);
  }
}

function toBytes(vector: Float32Array): Buffer {
  const bytes = Buffer.alloc(vector.length * 4);
  for (const [at, value] of vector.entries()) bytes.writeFloatLE(value, at * 4);
  return bytes;
}

const TEXT = `(p.title || E'\\n' || p.text)`;
const HASH = `encode(sha256(convert_to(${TEXT}, 'UTF8')), 'hex')`;

const LIST_MISSING = `
SELECT DISTINCT ${HASH} AS hash, ${TEXT} AS text
FROM knowledge_passage p
WHERE p.workspace_id = $1 AND NOT EXISTS (
  SELECT 1 FROM knowledge_vector v
  WHERE v.workspace_id = $1 AND v.model = $2 AND v.text_hash = ${HASH})
ORDER BY hash LIMIT $3`;

const INSERT = `
INSERT INTO knowledge_vector (workspace_id, model, text_hash, vector)
SELECT $1, $2, v.hash, decode(v.vector, 'base64')
FROM jsonb_to_recordset($3::jsonb) AS v(hash text, vector text)
ON CONFLICT DO NOTHING`;

const REMOVE_UNUSED = `
DELETE FROM knowledge_vector v
WHERE v.workspace_id = $1
  AND v.text_hash NOT IN (SELECT ${HASH} FROM knowledge_passage p WHERE p.workspace_id = $1)`;

const LIST = `
SELECT p.article_id || '/' || p.ordinal AS key, p.language, v.vector
FROM knowledge_passage p
JOIN knowledge_vector v ON v.workspace_id = $1 AND v.model = $2 AND v.text_hash = ${HASH}
WHERE p.workspace_id = $1
ORDER BY p.article_id, p.ordinal`;
