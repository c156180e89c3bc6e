import type { Snippet, SnippetContent, SnippetId, WorkspaceId } from '@baton/shared-types';
import { Inject, Injectable } from '@nestjs/common';
import { UNIT_OF_WORK, type UnitOfWork } from '../database/index.js';
import type { AgentPrincipal } from '../identity/index.js';
import { UserError } from '../kernel/errors.js';
import { IDS, type Ids } from '../kernel/ids.js';
import { SnippetsRepository } from './snippets.repository.js';
import { unknownVariables } from './unknown-variables.js';

/** More would be no help to anybody, and the console holds them all. */
const MOST = 500;

/** The canned replies of a workspace. */
@Injectable()
export class Snippets {
  constructor(
    @Inject(UNIT_OF_WORK) private readonly unitOfWork: UnitOfWork,
    @Inject(SnippetsRepository) private readonly repository: SnippetsRepository,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  list(workspaceId: WorkspaceId): Promise<readonly Snippet[]> {
    return this.unitOfWork.inWorkspace(workspaceId, (tx) => this.repository.list(tx, workspaceId));
  }

  async add(agent: AgentPrincipal, content: SnippetContent): Promise<Snippet> {
    assertKnownVariables(content);
    return this.unitOfWork.inWorkspace(agent.workspaceId, async (tx) => {
      if ((await this.repository.list(tx, agent.workspaceId)).length >= MOST)
        throw new UserError('invalid_input', [`a workspace holds at most ${MOST} snippets`]);
      const id = this.ids.next('snp');
      const stored = await this.repository.insert(tx, agent.workspaceId, { ...content, id, by: agent.name });
      return stored ?? taken(content);
    });
  }

  async change(agent: AgentPrincipal, id: SnippetId, content: SnippetContent): Promise<Snippet> {
    assertKnownVariables(content);
    return this.unitOfWork.inWorkspace(agent.workspaceId, async (tx) => {
      const held = await this.repository.list(tx, agent.workspaceId);
      if (!held.some((snippet) => snippet.id === id)) throw new UserError('not_found');
      if (held.some((snippet) => snippet.id !== id && snippet.shortcut === content.shortcut)) taken(content);
      const stored = await this.repository.update(tx, agent.workspaceId, { ...content, id, by: agent.name });
      if (!stored) throw new UserError('not_found');
      return stored;
    });
  }

  async remove(workspaceId: WorkspaceId, id: SnippetId): Promise<void> {
    const removed = await this.unitOfWork.inWorkspace(workspaceId, (tx) =>
      this.repository.remove(tx, workspaceId, id),
    );
    if (!removed) throw new UserError('not_found');
  }
}

function assertKnownVariables({ text }: SnippetContent): void {
  const unknown = unknownVariables(text);
  if (unknown.length > 0)
    throw new UserError(
      'invalid_input',
      unknown.map((name) => `text: {{${name}}} is not a variable`),
    );
}

function taken({ shortcut }: SnippetContent): never {
  throw new UserError('invalid_input', [`shortcut: /${shortcut} is already in use`]);
}
