import type { MessageId } from '@baton/shared-types';
import { englishWords } from '../words/english-words.js';
import { understandTurn } from './understand.js';

/** Whatever visitors tell, in the languages that are read. */
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
/**
 * All of it without a mark of punctuation, and read first: V8 lays a pattern's code out for the letters of the text
 * that it first meets, and most patterns would else meet a few words between two commas.
 */
const ONE_SENTENCE = LINES.join(' ').replace(/[^\p{L}\p{N}']+/gu, ' ');
const TEXTS: readonly string[] = [ONE_SENTENCE, LINES.join(' '), ...LINES];
/** What is behind a text. Letters that have no stand-in in Latin-1 make it one for which V8 compiles every pattern anew. */
const ENDINGS: readonly string[] = ['', ' Привет'];
/** The patterns are compiled by the first reading, the functions around them by further ones. */
const TIMES = 2;

/** Reads made-up texts, one at each step: whoever reads the first message else waits while patterns are compiled. */
export function* warmUp(now: string): Generator<void, void> {
  for (const ending of ENDINGS) {
    for (const text of TEXTS) {
      for (let time = 0; time < TIMES; time += 1) {
        understandTurn(
          {
            messages: [{ id: 'msg_0' as MessageId, text: text + ending }],
            asked: null,
            lastAssistantText: null,
            now,
            timeZone: 'UTC',
            language: 'en',
            known: {},
          },
          englishWords.readings,
        );
        yield;
      }
    }
  }
}
