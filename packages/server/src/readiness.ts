import { Inject, Injectable } from '@nestjs/common';
import { DatabaseProbe } from './database/index.js';

/** Whether this node should get traffic. */
@Injectable()
export class Readiness {
  private draining = false;

  constructor(@Inject(DatabaseProbe) private readonly database: DatabaseProbe) {}

  startDraining(): void {
    this.draining = true;
  }

  async check(): Promise<'ok' | 'draining' | 'database'> {
    if (this.draining) return 'draining';
    return (await this.database.isAnswering()) ? 'ok' : 'database';
  }
}
