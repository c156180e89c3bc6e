import { Inject, Injectable } from '@nestjs/common';
import { UNIT_OF_WORK, type UnitOfWork } from './unit-of-work.js';

/** Asks the database for a sign of life. */
@Injectable()
export class DatabaseProbe {
  constructor(@Inject(UNIT_OF_WORK) private readonly unitOfWork: UnitOfWork) {}

  async isAnswering(): Promise<boolean> {
    try {
      await this.unitOfWork.readAcrossWorkspaces((tx) => tx.query('SELECT 1'));
      return true;
    } catch {
      return false;
    }
  }
}
