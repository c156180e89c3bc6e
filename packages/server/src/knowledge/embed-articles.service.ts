import type { WorkspaceId } from '@baton/shared-types';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { type Transaction, UNIT_OF_WORK, type UnitOfWork } from '../database/index.js';
import { JOB_QUEUE, type JobQueue } from '../jobs/index.js';
import { EMBEDDING_MODEL, type EmbeddingModel, MAX_EMBEDDED_TEXTS, ModelFailure } from '../llm/index.js';
import { Metrics } from '../observability/index.js';
import { PassageVectorsRepository } from './passage-vectors.repository.js';

const QUEUE = 'knowledge-embed';

/** The endpoint may take its time: nobody waits for it. */
const DEADLINE_MS = 30_000;
/** Calls of one job; what is left is another one's, so that a node that stops leaves little undone. */
const CALLS_PER_JOB = 8;

/** Gives passages their vectors, in the background. A failing endpoint is tried again, later and later. */
@Injectable()
export class EmbedArticles implements OnModuleInit {
  constructor(
    @Inject(UNIT_OF_WORK) private readonly unitOfWork: UnitOfWork,
    @Inject(JOB_QUEUE) private readonly jobs: JobQueue,
    @Inject(EMBEDDING_MODEL) private readonly model: EmbeddingModel | null,
    @Inject(PassageVectorsRepository) private readonly vectors: PassageVectorsRepository,
    @Inject(Metrics) private readonly metrics: Metrics,
  ) {}

  async onModuleInit(): Promise<void> {
    if (this.model === null) return;
    const { model } = this;
    await this.jobs.work<object>(QUEUE, ({ workspaceId }) => this.embed(workspaceId, model));
  }

  /** Has what is missing embedded once the transaction is committed; nothing where there is no model. */
  async request(tx: Transaction, workspaceId: WorkspaceId): Promise<void> {
    if (this.model !== null) await this.jobs.enqueue(tx, QUEUE, { workspaceId, data: {} });
  }

  private async embed(workspaceId: WorkspaceId, model: EmbeddingModel): Promise<void> {
    for (let call = 0; call < CALLS_PER_JOB; call += 1) {
      const texts = await this.unitOfWork.readInWorkspace(workspaceId, (tx) =>
        this.vectors.listMissing(tx, workspaceId, model.id, MAX_EMBEDDED_TEXTS),
      );
      if (texts.length === 0) {
        await this.unitOfWork.inWorkspace(workspaceId, (tx) => this.vectors.removeUnused(tx, workspaceId));
        return;
      }
      const vectors = await this.vectorsOf(
        texts.map(({ text }) => text),
        model,
      );
      const rows = texts.flatMap(({ hash }, at) => {
        const vector = vectors[at];
        return vector === undefined ? [] : [{ hash, vector }];
      });
      await this.unitOfWork.inWorkspace(workspaceId, (tx) =>
        this.vectors.insert(tx, workspaceId, model.id, rows),
      );
    }
    await this.unitOfWork.inWorkspace(workspaceId, (tx) => this.request(tx, workspaceId));
  }

  private async vectorsOf(texts: readonly string[], model: EmbeddingModel): Promise<readonly Float32Array[]> {
    try {
      const request = { texts, deadlineMs: DEADLINE_MS, signal: new AbortController().signal };
      const { vectors, inputTokens } = await model.embed(request);
      this.metrics.modelTokens.inc({ lane: 'embedding' }, inputTokens ?? 0);
      return vectors;
    } catch (thrown) {
      const kind = thrown instanceof ModelFailure ? thrown.kind : 'unknown';
      this.metrics.embeddingFailures.inc({ lane: 'articles', kind });
      // The queue tries again.
      throw thrown;
    }
  }
}
