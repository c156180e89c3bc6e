import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { WorkspaceId } from '@baton/shared-types';
import { Inject, Injectable } from '@nestjs/common';
import { UNIT_OF_WORK, type UnitOfWork } from '../database/index.js';
import {
  AgentSessions,
  AgentSessionsRepository,
  SitesRepository,
  WorkspacesRepository,
} from '../identity/index.js';
import { IDS, type Ids } from '../kernel/ids.js';
import { KnowledgeService, readArticleFolder } from '../knowledge/index.js';
import { Playbooks } from '../qualification/index.js';
import { adaptPlaybook } from './adapt-playbook.js';
import { DemoRepository } from './demo.repository.js';
import type { DemoWorkspace } from './demo-workspaces.js';

export interface DemoLink {
  readonly name: string;
  readonly role: string;
  readonly token: string;
}

/** Fills an empty database with the demo workspaces; leaves alone what is there. */
@Injectable()
export class DemoSeed {
  constructor(
    @Inject(UNIT_OF_WORK) private readonly unitOfWork: UnitOfWork,
    @Inject(IDS) private readonly ids: Ids,
    @Inject(DemoRepository) private readonly repository: DemoRepository,
    @Inject(WorkspacesRepository) private readonly workspaces: WorkspacesRepository,
    @Inject(SitesRepository) private readonly sites: SitesRepository,
    @Inject(AgentSessionsRepository) private readonly people: AgentSessionsRepository,
    @Inject(AgentSessions) private readonly sessions: AgentSessions,
    @Inject(Playbooks) private readonly playbooks: Playbooks,
    @Inject(KnowledgeService) private readonly knowledge: KnowledgeService,
  ) {}

  async ensure(demo: DemoWorkspace, origins: readonly string[]): Promise<WorkspaceId> {
    const found = await this.unitOfWork.acrossWorkspaces((tx) =>
      this.repository.findWorkspace(tx, demo.slug),
    );
    if (found) return found;
    const workspaceId = this.ids.next('wsp');
    const { siteKey: key, siteName: name, timeZone } = demo;
    await this.unitOfWork.inWorkspace(workspaceId, async (tx) => {
      await this.workspaces.insert(tx, workspaceId, demo);
      await this.sites.insert(tx, workspaceId, { id: this.ids.next('sit'), name, key, origins, timeZone });
      for (const person of demo.people) {
        await this.people.insertAgent(tx, workspaceId, {
          ...person,
          id: this.ids.next('agt'),
          passwordHash: null,
        });
      }
    });
    const folder = fileURLToPath(new URL(`../../demo/${demo.slug}`, import.meta.url));
    if (demo.hasOwnPlaybook) {
      const changes = await readFile(join(folder, 'playbook.yaml'), 'utf8');
      const yaml = adaptPlaybook(await this.playbooks.readDefault(), changes);
      await this.playbooks.publish(workspaceId, yaml, null);
    } else {
      await this.playbooks.current(workspaceId);
    }
    const articles = await readArticleFolder(join(folder, 'knowledge'), demo.language);
    await this.knowledge.replaceArticles(workspaceId, articles);
    return workspaceId;
  }

  /** A fresh single-use sign-in link for everybody of the workspace. */
  async createLinks(workspaceId: WorkspaceId): Promise<readonly DemoLink[]> {
    const people = await this.unitOfWork.inWorkspace(workspaceId, (tx) =>
      this.repository.listPeople(tx, workspaceId),
    );
    return Promise.all(
      people.map(async ({ id, name, role }) => ({
        name,
        role,
        token: await this.sessions.createLink(workspaceId, id),
      })),
    );
  }
}
