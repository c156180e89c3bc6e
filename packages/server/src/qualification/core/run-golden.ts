import type { GoldenConversation, GoldenResult, HandoffReason, LogEvent, Verdict } from '@baton/shared-types';
import { canonicalJson } from '../../kernel/digest.js';
import type { CompiledPlaybook } from './playbook/compile-playbook.js';
import { recallMemory } from './recall-memory.js';
import { beginSimulation, type SimulationClock, simulateLine, simulateTurn } from './simulate-turn.js';
import { qualificationWords } from './words/qualification-words.js';

/** Always the same day, so that a golden conversation that passed yesterday passes today. */
const CLOCK: SimulationClock = { now: '2026-11-20T09:00:00.000Z', timeZone: 'Europe/London' };

/** Plays golden conversations through a playbook. Articles and models have no part in it. */
export function runGolden(
  conversations: readonly GoldenConversation[],
  compiled: CompiledPlaybook,
): readonly GoldenResult[] {
  return conversations.map((conversation) => {
    const differences = differencesOf(conversation, compiled);
    return { name: conversation.name, passed: differences.length === 0, differences };
  });
}

function differencesOf(golden: GoldenConversation, compiled: CompiledPlaybook): readonly string[] {
  let log: readonly LogEvent[] = beginSimulation(golden.language, CLOCK);
  let verdict: Verdict = null;
  let handoff: HandoffReason | null = null;
  for (const line of golden.lines) {
    const turn = simulateTurn(simulateLine(log, line, CLOCK), compiled, CLOCK);
    if (turn === null) continue;
    log = turn.log;
    verdict = turn.decision.verdict;
    handoff = turn.decision.handoff ?? handoff;
  }
  const { expect } = golden;
  const say = qualificationWords(compiled.playbook.deskLanguage).golden;
  const difference = (what: string, wanted: unknown, found: unknown): readonly string[] => {
    const [left, right] = [canonicalJson(wanted), canonicalJson(found)];
    return left === right ? [] : [say.difference(what, left, right)];
  };
  const { slots } = recallMemory(log, compiled.playbook.slots);
  const values = Object.entries(expect.slots ?? {}).flatMap(([key, wanted]) => {
    const held = slots[key]?.current?.value ?? null;
    return difference(say.slot(key), wanted, held);
  });
  return [
    ...difference(say.verdict, expect.verdict, verdict),
    ...difference(say.handoff, expect.handoff, handoff),
    ...values,
  ];
}
