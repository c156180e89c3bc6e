import type { Passage, WorkspaceId } from '@baton/shared-types';

/** Finds passages of a workspace's articles, best first. */
export interface KnowledgeSearch {
  search(
    workspaceId: WorkspaceId,
    query: string,
    language: string,
    limit: number,
  ): Promise<readonly Passage[]>;
}

export const KNOWLEDGE_SEARCH = Symbol('KnowledgeSearch');
