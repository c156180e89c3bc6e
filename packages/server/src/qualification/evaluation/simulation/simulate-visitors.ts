import type { CompiledPlaybook } from '../../core/playbook/compile-playbook.js';
import type { GoldenChat } from '../golden-chat.js';
import { partOf } from '../part-of.js';
import { type SimulatedChat, simulateChat } from './simulate-chat.js';
import { FLAVOURS, type Flavour } from './simulated-visitor.js';

interface Played {
  readonly gold: GoldenChat['gold'];
  readonly chat: SimulatedChat;
}

export interface FlavourReport {
  readonly flavour: Flavour | 'all' | 'held-out';
  /** Visitors who should qualify, how many of them did, and for how many a person was called before that. */
  readonly deserving: number;
  readonly qualified: number;
  readonly calledBefore: number;
  /** Visitors who should not, and how many of them did all the same. */
  readonly undeserving: number;
  readonly wronglyQualified: number;
  /** Questions until those who qualified did: the middle one and the most. */
  readonly medianQuestions: number;
  readonly mostQuestions: number;
  readonly repeatedQuestions: number;
}

export interface SimulationReport {
  /** All chats of the held-out part, in every flavour: the figure to report. */
  readonly heldOut: FlavourReport;
  readonly flavours: readonly FlavourReport[];
  readonly chats: readonly SimulatedChat[];
}

/** Every golden chat's visitor, in every flavour, talks to our own assistant. */
export function simulateVisitors(
  golden: readonly GoldenChat[],
  playbook: CompiledPlaybook,
): SimulationReport {
  const played = FLAVOURS.flatMap((flavour) =>
    golden.map((chat) => ({ gold: chat.gold, chat: simulateChat(chat, flavour, playbook) })),
  );
  const flavours = FLAVOURS.map((flavour) =>
    reportOf(
      flavour,
      played.filter(({ chat }) => chat.flavour === flavour),
    ),
  );
  return {
    heldOut: reportOf(
      'held-out',
      played.filter(({ chat }) => partOf(chat.id) === 'held-out'),
    ),
    flavours: [...flavours, reportOf('all', played)],
    chats: played.map(({ chat }) => chat),
  };
}

function reportOf(flavour: FlavourReport['flavour'], of: readonly Played[]): FlavourReport {
  const deserving = of.filter(({ gold }) => gold.verdict === 'qualified');
  // Why somebody is disqualified, and both sides of a conflict, are not among the answers to our questions.
  const undeserving = of.filter(
    ({ gold }) => (gold.verdict === 'needs_review' || gold.verdict === null) && gold.conflicted.length === 0,
  );
  const qualified = deserving.filter(({ chat }) => chat.verdict === 'qualified');
  const questions = qualified.map(({ chat }) => chat.questions).sort((a, b) => a - b);
  return {
    flavour,
    deserving: deserving.length,
    qualified: qualified.length,
    calledBefore: deserving.filter(({ chat }) => chat.verdict !== 'qualified' && chat.handsOff).length,
    undeserving: undeserving.length,
    wronglyQualified: undeserving.filter(({ chat }) => chat.verdict === 'qualified').length,
    medianQuestions: questions[Math.floor(questions.length / 2)] ?? 0,
    mostQuestions: questions.at(-1) ?? 0,
    repeatedQuestions: of.reduce((sum, { chat }) => sum + chat.repeated.length, 0),
  };
}
