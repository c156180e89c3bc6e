import { Module } from '@nestjs/common';
import { GreetingsController } from './greetings.controller.js';
import { GreetingsRepository } from './greetings.repository.js';
import { Greetings } from './greetings.service.js';
import { SiteGreetingsController } from './site-greetings.controller.js';

@Module({
  controllers: [GreetingsController, SiteGreetingsController],
  providers: [GreetingsRepository, Greetings],
})
export class GreetingsModule {}
