import type { WorkspaceId } from '@baton/shared-types';
import { Inject, Injectable } from '@nestjs/common';
import { UNIT_OF_WORK, type UnitOfWork } from '../database/index.js';
import { BoundedCache } from '../kernel/bounded-cache.js';
import type { VectorTable } from './core/nearest-rows.js';
import { EmbedArticles } from './embed-articles.service.js';
import { type PassageVector, PassageVectorsRepository } from './passage-vectors.repository.js';

/** The vectors of a workspace's passages. */
export interface Shelf extends VectorTable {
  readonly keys: readonly string[];
  readonly languages: readonly string[];
}

/** Bytes of vectors that a node keeps in memory: those of some 20,000 passages in 1,536 dimensions. */
const BYTES = 128 * 1_024 * 1_024;

/** Keeps the vectors of the workspaces that were searched last in memory. */
@Injectable()
export class VectorShelf {
  readonly #shelves = new BoundedCache<{ readonly version: string; readonly shelf: Promise<Shelf> }>(BYTES);

  constructor(
    @Inject(UNIT_OF_WORK) private readonly unitOfWork: UnitOfWork,
    @Inject(PassageVectorsRepository) private readonly vectors: PassageVectorsRepository,
    @Inject(EmbedArticles) private readonly embedding: EmbedArticles,
  ) {}

  /** The vectors as of a version of the index. Has those embedded that are missing. */
  async get(workspaceId: WorkspaceId, model: string, version: string): Promise<Shelf> {
    const kept = this.#shelves.find(workspaceId);
    if (kept?.version === version) return kept.shelf;
    const shelf = this.read(workspaceId, model);
    // At once, with little weight: whoever searches meanwhile waits for the same reading.
    this.#shelves.keep(workspaceId, { version, shelf });
    try {
      const { values } = await shelf;
      this.#shelves.keep(workspaceId, { version, shelf }, values.byteLength);
      return await shelf;
    } catch (thrown) {
      this.#shelves.forget(workspaceId);
      throw thrown;
    }
  }

  private async read(workspaceId: WorkspaceId, model: string): Promise<Shelf> {
    const [rows, missing] = await this.unitOfWork.readInWorkspace(workspaceId, (tx) =>
      Promise.all([
        this.vectors.list(tx, workspaceId, model),
        this.vectors.listMissing(tx, workspaceId, model, 1),
      ]),
    );
    if (missing.length > 0)
      await this.unitOfWork.inWorkspace(workspaceId, (tx) => this.embedding.request(tx, workspaceId));
    return toShelf(rows);
  }
}

function toShelf(rows: readonly PassageVector[]): Shelf {
  const dimensions = (rows[0]?.vector.length ?? 0) / 4;
  const whole = rows.filter(({ vector }) => vector.length === dimensions * 4);
  const values = new Float32Array(whole.length * dimensions);
  for (const [row, { vector }] of whole.entries()) {
    for (let axis = 0; axis < dimensions; axis += 1)
      values[row * dimensions + axis] = vector.readFloatLE(axis * 4);
  }
  return {
    dimensions,
    values,
    keys: whole.map(({ key }) => key),
    languages: whole.map(({ language }) => language),
  };
}
