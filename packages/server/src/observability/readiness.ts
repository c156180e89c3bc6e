import type { UnitOfWork } from '../database/index.js';

/** Whether this node should get traffic. */
export class Readiness {
  private draining = false;

  startDraining(): void {
    this.draining = true;
  }

  async check(unitOfWork: UnitOfWork): Promise<'ok' | 'draining' | 'database'> {
    if (this.draining) return 'draining';
    try {
      await unitOfWork.acrossWorkspaces((tx) => tx.query('SELECT 1'));
      return 'ok';
    } catch {
      return 'database';
    }
  }
}
