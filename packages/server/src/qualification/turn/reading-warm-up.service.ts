import { setImmediate as nextBreath } from 'node:timers/promises';
import type { MessageId } from '@baton/shared-types';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { CLOCK, type Clock } from '../../kernel/clock.js';
import { understandTurn } from '../core/understanding/understand.js';
import { englishWords } from '../core/words/english-words.js';

/** Whatever visitors tell, in the languages that are read; the last sign makes the text one beyond Latin-1. */
const LINES: readonly string[] = [
  "Hi, I'm Dana Whitfield, head of support at Brightwell Ltd. We are 40 people and need one inbox for chat and e-mail.",
  'You can reach me at dana@brightwell.example or on +44 20 7946 0958, please call me after 3 pm.',
  'Our budget is about $1,200 a month, we use Zendesk today and want to start in March. No, 14 not 40. Is there a discount?',
  'This is a mess, I want to talk to a human now! Please stop e-mailing me and cancel my account.',
  'Guten Tag, mein Name ist Jonas Weber, wir sind eine Praxis mit vierzehn Leuten und suchen eine Terminplanung bis Ende Mai, Budget 12.500 Euro im Jahr.',
  'Hola, soy María López de Acme S.L., somos unas veinte personas y queremos empezar en enero; ¿cuánto cuesta?',
  "Bonjour, je m'appelle Claire Martin, nous sommes une équipe de trente et nous cherchons un outil pour les demandes clients.",
  'Olá, sou o João Silva, somos 25 pessoas e precisamos de agendamentos. Buongiorno, siamo in dodici e cerchiamo prenotazioni. Hallo, wij zijn met tien mensen.',
];
/** V8 compiles a pattern when it is first used, once more when it is used again, and anew for each of two kinds of text. */
const TIMES = 2;

/** Reads made-up lines once a node has started: the first visitors would else wait while 350 patterns are compiled. */
@Injectable()
export class ReadingWarmUp implements OnApplicationBootstrap {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  onApplicationBootstrap(): void {
    void this.run();
  }

  /** Line by line, so that nobody who comes meanwhile waits for more than one. */
  private async run(): Promise<void> {
    const now = this.clock.now().toISOString();
    for (const ending of ['', ' …']) {
      for (const line of LINES) {
        for (let time = 0; time < TIMES; time += 1) {
          await nextBreath();
          read(line + ending, now);
        }
      }
    }
  }
}

function read(text: string, now: string): void {
  understandTurn(
    {
      messages: [{ id: 'msg_0' as MessageId, text }],
      asked: null,
      lastAssistantText: null,
      now,
      timeZone: 'UTC',
      language: 'en',
      known: {},
    },
    englishWords.readings,
  );
}
