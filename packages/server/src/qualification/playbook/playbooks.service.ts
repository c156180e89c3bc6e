import { readFile } from 'node:fs/promises';
import type { AgentId, DeskLanguage, WorkspaceId } from '@baton/shared-types';
import { Inject, Injectable } from '@nestjs/common';
import { AuditTrail } from '../../audit/index.js';
import { type Transaction, UNIT_OF_WORK, type UnitOfWork } from '../../database/index.js';
import { CLOCK, type Clock } from '../../kernel/clock.js';
import { UserError } from '../../kernel/errors.js';
import { IDS, type Ids } from '../../kernel/ids.js';
import type { CompiledPlaybook } from '../core/playbook/compile-playbook.js';
import { type KnownTeams, parsePlaybook } from './parse-playbook.js';
import { PlaybooksRepository, type PlaybookVersion } from './playbooks.repository.js';

const DEFAULT_PLAYBOOK = new URL('../../../playbooks/default.yaml', import.meta.url);
/** Compiled playbooks kept in memory. */
const CACHE_SIZE = 100;

/** A workspace's playbooks: published versions, one of them current. */
@Injectable()
export class Playbooks {
  private readonly compiled = new Map<string, CompiledPlaybook>();
  private listTeams: ((workspaceId: WorkspaceId) => Promise<readonly string[]>) | null = null;

  constructor(
    @Inject(UNIT_OF_WORK) private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(IDS) private readonly ids: Ids,
    @Inject(PlaybooksRepository) private readonly repository: PlaybooksRepository,
    @Inject(AuditTrail) private readonly audit: AuditTrail,
  ) {}

  /** Who knows the teams says so; from then on no routing can be published that names another one. */
  askForTeams(listTeams: (workspaceId: WorkspaceId) => Promise<readonly string[]>): void {
    this.listTeams = listTeams;
  }

  async knownTeams(workspaceId: WorkspaceId): Promise<KnownTeams> {
    return this.listTeams && new Set(await this.listTeams(workspaceId));
  }

  /** The playbook in force. A workspace that has published none gets the default one as its first version. */
  async current(workspaceId: WorkspaceId): Promise<CompiledPlaybook> {
    const found = await this.unitOfWork.readInWorkspace(workspaceId, async (tx) => {
      const version = await this.repository.findCurrent(tx, workspaceId);
      return version && this.load(tx, workspaceId, version);
    });
    if (found) return found;
    return this.insert(workspaceId, await this.readDefault(), {
      publishedBy: null,
      onlyAsFirst: true,
      restoredFrom: null,
    });
  }

  /** The text that a workspace begins with. */
  readDefault(): Promise<string> {
    return readFile(DEFAULT_PLAYBOOK, 'utf8');
  }

  /** In which language agents are told things, read in a transaction that is under way. English: nothing is published. */
  async deskLanguage(tx: Transaction, workspaceId: WorkspaceId): Promise<DeskLanguage> {
    const version = await this.repository.findCurrent(tx, workspaceId);
    return version ? (await this.load(tx, workspaceId, version)).playbook.deskLanguage : 'en';
  }

  /** A version that a decision record names; `not_found` when the workspace never had it. */
  async getVersion(workspaceId: WorkspaceId, version: number): Promise<CompiledPlaybook> {
    return this.unitOfWork.readInWorkspace(workspaceId, async (tx) => {
      const found = await this.repository.findVersion(tx, workspaceId, version);
      if (!found) throw new UserError('not_found');
      return this.load(tx, workspaceId, found);
    });
  }

  /**
   * Makes this text the current playbook. Throws `playbook_invalid` with `line N: …` for every error. People publish
   * through the studio, which runs the golden conversations first.
   */
  async publish(workspaceId: WorkspaceId, yaml: string, agentId: AgentId | null): Promise<CompiledPlaybook> {
    return this.insert(workspaceId, yaml, { publishedBy: agentId, onlyAsFirst: false, restoredFrom: null });
  }

  /** The current version with its text, as it was published. */
  async readCurrent(workspaceId: WorkspaceId): Promise<PlaybookVersion & { readonly yaml: string }> {
    await this.current(workspaceId);
    return this.unitOfWork.readInWorkspace(workspaceId, async (tx) => {
      const version = await this.repository.findCurrent(tx, workspaceId);
      if (!version) throw new UserError('not_found');
      return { ...version, yaml: await this.repository.getYaml(tx, workspaceId, version.version) };
    });
  }

  /** Any version with its text. */
  async readVersion(
    workspaceId: WorkspaceId,
    version: number,
  ): Promise<PlaybookVersion & { readonly yaml: string }> {
    return this.unitOfWork.inWorkspace(workspaceId, async (tx) => {
      const found = await this.repository.findVersion(tx, workspaceId, version);
      if (!found) throw new UserError('not_found');
      return { ...found, yaml: await this.repository.getYaml(tx, workspaceId, version) };
    });
  }

  /** Takes the text of an earlier version up again, as a new version: nothing of what was published ever changes. */
  async restore(workspaceId: WorkspaceId, version: number, agentId: AgentId): Promise<CompiledPlaybook> {
    const { yaml } = await this.readVersion(workspaceId, version);
    return this.insert(workspaceId, yaml, {
      publishedBy: agentId,
      onlyAsFirst: false,
      restoredFrom: version,
    });
  }

  /** Published versions, newest first. */
  async list(workspaceId: WorkspaceId): Promise<readonly PlaybookVersion[]> {
    return this.unitOfWork.readInWorkspace(workspaceId, (tx) => this.repository.list(tx, workspaceId));
  }

  private async insert(
    workspaceId: WorkspaceId,
    yaml: string,
    options: {
      readonly publishedBy: AgentId | null;
      readonly onlyAsFirst: boolean;
      readonly restoredFrom: number | null;
    },
  ): Promise<CompiledPlaybook> {
    const teams = options.onlyAsFirst ? null : await this.knownTeams(workspaceId);
    return this.unitOfWork.inWorkspace(workspaceId, async (tx) => {
      await this.repository.lock(tx, workspaceId);
      const latest = await this.repository.findCurrent(tx, workspaceId);
      if (latest && options.onlyAsFirst) return this.load(tx, workspaceId, latest);
      const identity = { id: latest?.id ?? this.ids.next('pbk'), version: (latest?.version ?? 0) + 1 };
      const parsed = parsePlaybook(yaml, identity, teams);
      if (!parsed.ok) throw new UserError('playbook_invalid', parsed.error);
      const { publishedBy, restoredFrom } = options;
      const publishedAt = this.clock.now();
      await this.repository.insert(tx, workspaceId, {
        ...parsed.value.identity,
        publishedAt,
        publishedBy,
        restoredFrom,
        yaml,
      });
      const object = `${identity.id}/${identity.version}`;
      const act = { actor: publishedBy ?? 'system', action: 'playbook.publish', object, reason: null };
      await this.audit.record(tx, workspaceId, act);
      return parsed.value;
    });
  }

  private async load(
    tx: Transaction,
    workspaceId: WorkspaceId,
    { id, version, hash }: PlaybookVersion,
  ): Promise<CompiledPlaybook> {
    const key = `${id}/${version}/${hash}`;
    const cached = this.compiled.get(key);
    if (cached) return cached;
    const yaml = await this.repository.getYaml(tx, workspaceId, version);
    // Whoever asked at the same time may have compiled it meanwhile: that takes a good part of a second.
    const meanwhile = this.compiled.get(key);
    if (meanwhile) return meanwhile;
    const parsed = parsePlaybook(yaml, { id, version });
    // It compiled when it was published; it no longer does when a fact has been taken out of the vocabulary.
    if (!parsed.ok) throw new UserError('playbook_invalid', parsed.error);
    const oldest = this.compiled.keys().next();
    if (this.compiled.size >= CACHE_SIZE && !oldest.done) this.compiled.delete(oldest.value);
    this.compiled.set(key, parsed.value);
    return parsed.value;
  }
}
