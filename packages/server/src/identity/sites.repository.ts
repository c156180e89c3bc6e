import type { SiteId, WidgetSettings, WorkspaceId } from '@baton/shared-types';
import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/index.js';

export interface Site {
  readonly workspaceId: WorkspaceId;
  readonly id: SiteId;
  readonly name: string;
  readonly key: string;
  readonly origins: readonly string[];
  readonly timeZone: string;
  readonly automationPaused: boolean;
  readonly automationReason: string | null;
  /** Only visitors whose identity is signed may chat here. */
  readonly identityEnforced: boolean;
  /** Whether files may be sent in its chats. */
  readonly filesAllowed: boolean;
  readonly workspaceName: string;
  /** What is left out is as if nothing had been set: a site that never changed anything holds nothing. */
  readonly widget: Partial<WidgetSettings>;
}

const COLUMNS = `s.workspace_id AS "workspaceId", s.id, s.name, s.site_key AS key, s.origins, s.time_zone AS "timeZone",
  s.automation_paused AS "automationPaused", s.automation_reason AS "automationReason", s.identity_enforced AS "identityEnforced",
  s.files_allowed AS "filesAllowed", s.widget, w.name AS "workspaceName"`;
const FROM = 'FROM site s JOIN workspace w ON w.workspace_id = s.workspace_id';

/** Where a widget with this site's key knocked last, and whether that origin was allowed. */
export interface SiteSighting {
  readonly origin: string;
  readonly accepted: boolean;
  readonly lastSeenAt: Date;
}

export interface SiteChange {
  readonly origins?: readonly string[] | undefined;
  readonly automationPaused?: boolean | undefined;
  readonly filesAllowed?: boolean | undefined;
  readonly reason?: string | null | undefined;
}

/** Whether the assistant answers anywhere in the workspace, and why not. */
export interface Automation {
  readonly paused: boolean;
  readonly reason: string | null;
}

@Injectable()
export class SitesRepository {
  /** For the system role: the site key is all that a handshake names. */
  async findByKey(tx: Transaction, key: string): Promise<Site | null> {
    const rows = await tx.query<Site>(`SELECT ${COLUMNS} ${FROM} WHERE s.site_key = $1`, [key]);
    return rows[0] ?? null;
  }

  async find(tx: Transaction, workspaceId: WorkspaceId, id: SiteId): Promise<Site | null> {
    const rows = await tx.query<Site>(`SELECT ${COLUMNS} ${FROM} WHERE s.workspace_id = $1 AND s.id = $2`, [
      workspaceId,
      id,
    ]);
    return rows[0] ?? null;
  }

  async list(tx: Transaction, workspaceId: WorkspaceId): Promise<readonly Site[]> {
    return tx.query<Site>(`SELECT ${COLUMNS} ${FROM} WHERE s.workspace_id = $1 ORDER BY s.name, s.id`, [
      workspaceId,
    ]);
  }

  /** For the system role: every origin on which some site may be embedded. */
  async listOrigins(tx: Transaction): Promise<readonly string[]> {
    const rows = await tx.query<{ origin: string }>('SELECT DISTINCT unnest(origins) AS origin FROM site');
    return rows.map((row) => row.origin);
  }

  async insert(
    tx: Transaction,
    workspaceId: WorkspaceId,
    site: Pick<Site, 'id' | 'name' | 'key' | 'origins' | 'timeZone'>,
  ): Promise<void> {
    await tx.query(
      'INSERT INTO site (workspace_id, id, name, site_key, origins, time_zone) VALUES ($1, $2, $3, $4, $5, $6)',
      [workspaceId, site.id, site.name, site.key, site.origins, site.timeZone],
    );
  }

  async getAutomation(tx: Transaction, workspaceId: WorkspaceId): Promise<Automation> {
    const rows = await tx.query<Automation>(
      'SELECT automation_paused AS paused, automation_reason AS reason FROM workspace WHERE workspace_id = $1',
      [workspaceId],
    );
    return rows[0] ?? { paused: false, reason: null };
  }

  async setAutomation(
    tx: Transaction,
    workspaceId: WorkspaceId,
    { paused, reason }: Automation,
  ): Promise<void> {
    await tx.query(
      'UPDATE workspace SET automation_paused = $2, automation_reason = $3 WHERE workspace_id = $1',
      [workspaceId, paused, reason],
    );
  }

  async update(tx: Transaction, workspaceId: WorkspaceId, id: SiteId, change: SiteChange): Promise<void> {
    await tx.query(
      `UPDATE site SET origins = coalesce($3, origins), automation_paused = coalesce($4, automation_paused),
         automation_reason = CASE WHEN $4::boolean IS NULL THEN automation_reason WHEN $4 THEN $5 ELSE NULL END,
         files_allowed = coalesce($6, files_allowed)
       WHERE workspace_id = $1 AND id = $2`,
      [
        workspaceId,
        id,
        change.origins ?? null,
        change.automationPaused ?? null,
        change.reason ?? null,
        change.filesAllowed ?? null,
      ],
    );
  }

  async saveWidget(
    tx: Transaction,
    workspaceId: WorkspaceId,
    id: SiteId,
    widget: WidgetSettings,
  ): Promise<void> {
    await tx.query('UPDATE site SET widget = $3 WHERE workspace_id = $1 AND id = $2', [
      workspaceId,
      id,
      JSON.stringify(widget),
    ]);
  }

  /** Latest first. */
  async listSightings(
    tx: Transaction,
    workspaceId: WorkspaceId,
    id: SiteId,
  ): Promise<readonly SiteSighting[]> {
    return tx.query<SiteSighting>(
      `SELECT origin, accepted, last_seen_at AS "lastSeenAt" FROM site_sighting
       WHERE workspace_id = $1 AND site_id = $2 ORDER BY last_seen_at DESC, origin`,
      [workspaceId, id],
    );
  }

  /** A stranger can name any origin: a site keeps a limited number of them, the latest. */
  async saveSighting(
    tx: Transaction,
    site: Pick<Site, 'workspaceId' | 'id'>,
    sighting: SiteSighting,
    most: number,
  ): Promise<void> {
    const { origin, accepted, lastSeenAt } = sighting;
    await tx.query(
      `INSERT INTO site_sighting (workspace_id, site_id, origin, accepted, last_seen_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (workspace_id, site_id, origin)
       DO UPDATE SET accepted = excluded.accepted, last_seen_at = excluded.last_seen_at`,
      [site.workspaceId, site.id, origin, accepted, lastSeenAt],
    );
    await tx.query(
      `DELETE FROM site_sighting WHERE workspace_id = $1 AND site_id = $2 AND origin IN (
         SELECT origin FROM site_sighting WHERE workspace_id = $1 AND site_id = $2
         ORDER BY accepted DESC, last_seen_at DESC OFFSET $3)`,
      [site.workspaceId, site.id, most],
    );
  }
}
