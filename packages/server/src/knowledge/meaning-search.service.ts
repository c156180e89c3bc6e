import type { WorkspaceId } from '@baton/shared-types';
import { Inject, Injectable } from '@nestjs/common';
import { maskContactDetails } from '../kernel/mask-contact-details.js';
import { EMBEDDING_MODEL, type EmbeddingModel, ModelFailure } from '../llm/index.js';
import { LOGGER, type Logger, Metrics } from '../observability/index.js';
import { nearestRows } from './core/nearest-rows.js';
import { scoreSimilarity } from './core/score-similarity.js';
import { VectorShelf } from './vector-shelf.service.js';

export interface MeaningOptions {
  /** From which cosine on a passage that shares no word with the question answers it. */
  readonly similarity: number;
  /** How long a question may take to be embedded. */
  readonly deadlineMs: number;
}

/** Nest's injection token for `MeaningOptions`, provided by the application from its configuration. */
export const MEANING_OPTIONS = Symbol('MeaningOptions');

/** A passage by its key, article and ordinal. */
export interface NearPassage {
  readonly key: string;
  /** From 0 to 1, to be compared with the score of a search by words. */
  readonly score: number;
}

/** Finds passages that mean what is asked, whatever their words, where a model that embeds texts is configured. */
@Injectable()
export class MeaningSearch {
  constructor(
    @Inject(EMBEDDING_MODEL) private readonly model: EmbeddingModel | null,
    @Inject(MEANING_OPTIONS) private readonly options: MeaningOptions,
    @Inject(VectorShelf) private readonly shelf: VectorShelf,
    @Inject(Metrics) private readonly metrics: Metrics,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** The model's name; null: there is none, and only words are searched. */
  get modelId(): string | null {
    return this.model?.id ?? null;
  }

  /**
   * The closest passages in the given language (in all, where there are none in it), closest first. Null: the endpoint
   * failed, which the operator sees and the visitor does not.
   */
  async nearest(
    workspaceId: WorkspaceId,
    query: { readonly question: string; readonly language: string; readonly limit: number },
    version: string,
  ): Promise<readonly NearPassage[] | null> {
    if (this.model === null) return [];
    const { question, language, limit } = query;
    const shelf = await this.shelf.get(workspaceId, this.model.id, version);
    if (shelf.keys.length === 0) return [];
    const vector = await this.vectorOf(question, this.model, shelf.dimensions);
    if (vector === null) return null;
    const isSpoken = shelf.languages.includes(language);
    const allows = (row: number) => !isSpoken || shelf.languages[row] === language;
    return nearestRows(shelf, vector, { limit, allows }).map(({ row, similarity }) => ({
      key: shelf.keys[row] ?? '',
      score: scoreSimilarity(similarity, this.options.similarity),
    }));
  }

  private async vectorOf(
    question: string,
    model: EmbeddingModel,
    dimensions: number,
  ): Promise<Float32Array | null> {
    const request = {
      // An address or a number says nothing about what is asked, and the endpoint is somebody else's.
      texts: [maskContactDetails(question)],
      deadlineMs: this.options.deadlineMs,
      signal: new AbortController().signal,
    };
    try {
      const { vectors, inputTokens } = await model.embed(request);
      this.metrics.modelTokens.inc({ lane: 'embedding' }, inputTokens ?? 0);
      const [vector] = vectors;
      if (vector?.length === dimensions) return vector;
      return this.failed('malformed');
    } catch (thrown) {
      return this.failed(thrown instanceof ModelFailure ? thrown.kind : 'unknown');
    }
  }

  private failed(kind: string): null {
    this.metrics.embeddingFailures.inc({ lane: 'question', kind });
    // While the circuit is open, one line per search would say the same again and again.
    if (kind !== 'unavailable') this.logger.warn({ kind }, 'embeddings failed: searched by words alone');
    return null;
  }
}
