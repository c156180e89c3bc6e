import { setImmediate as nextBreath } from 'node:timers/promises';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { CLOCK, type Clock } from '../../kernel/clock.js';
import { warmUp } from '../core/understanding/warm-up.js';

/** Reads made-up texts once a node has started, so that its first visitors do not wait while patterns are compiled. */
@Injectable()
export class ReadingWarmUp implements OnApplicationBootstrap {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  onApplicationBootstrap(): void {
    void this.run();
  }

  /** Text by text, so that nobody who comes meanwhile waits for more than one. */
  private async run(): Promise<void> {
    const readings = warmUp(this.clock.now().toISOString());
    do await nextBreath();
    while (readings.next().done !== true);
  }
}
