import { Global, Module } from '@nestjs/common';
import { ConversationsModule, EPHEMERAL_SIGNALS } from '../conversations/index.js';
import { FanOut } from './fan-out.service.js';

/** The ephemeral signals for the features that send them; apart from the gateways, which know the features. */
@Global()
@Module({
  imports: [ConversationsModule],
  providers: [FanOut, { provide: EPHEMERAL_SIGNALS, useExisting: FanOut }],
  exports: [FanOut, EPHEMERAL_SIGNALS],
})
export class FanOutModule {}
