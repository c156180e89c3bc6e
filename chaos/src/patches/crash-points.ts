import type { Patch } from './patch.ts';

/** A named place in the life of a message at which a node can be made to die. */
export interface CrashPoint {
  readonly name: string;
  readonly file: string;
  /** `Class.method`, or the name of a function. */
  readonly target: string;
  readonly when: 'before' | 'after';
}

const CONVERSATIONS = 'server/dist/conversations';

/** In the order in which a message, its turn and its handoff pass them. */
export const CRASH_POINTS: readonly CrashPoint[] = [
  at(
    'session-created',
    'server/dist/identity/visitor-sessions.service.js',
    'VisitorSessions.create',
    'after',
  ),
  at('command-received', 'server/dist/realtime/answer-command.js', 'answerCommand', 'before'),
  at('conversation-locked', `${CONVERSATIONS}/append.repository.js`, 'AppendRepository.lock', 'after'),
  at(
    'conversation-made',
    `${CONVERSATIONS}/append.repository.js`,
    'AppendRepository.insertConversations',
    'after',
  ),
  at('events-inserted', `${CONVERSATIONS}/append.repository.js`, 'AppendRepository.insertEvents', 'after'),
  at('state-saved', `${CONVERSATIONS}/append.repository.js`, 'AppendRepository.saveStates', 'after'),
  at('projections-written', `${CONVERSATIONS}/reaction-registry.js`, 'ReactionRegistry.project', 'after'),
  at('job-enqueued', 'server/dist/jobs/pg-boss-job-queue.adapter.js', 'PgBossJobQueue.enqueue', 'after'),
  at('append-written', `${CONVERSATIONS}/append-batch.service.js`, 'AppendBatch.run', 'after'),
  at('committed', `${CONVERSATIONS}/conversation-bus.js`, 'ConversationBus.publish', 'before'),
  at('published', `${CONVERSATIONS}/conversation-bus.js`, 'ConversationBus.publish', 'after'),
  at('before-ack', 'server/dist/realtime/answer-command.js', 'answerCommand', 'after'),
  at('log-read', 'server/dist/realtime/read-log.js', 'readLog', 'after'),
  at('turn-claimed', `${CONVERSATIONS}/turn-lease.repository.js`, 'TurnLeaseRepository.claim', 'after'),
  at('turn-decided', 'server/dist/qualification/turn/turn-runner.service.js', 'TurnRunner.decide', 'after'),
  at('speech-saved', `${CONVERSATIONS}/conversations.service.js`, 'ConversationsService.release', 'after'),
  at('speech-shown', 'server/dist/realtime/fan-out.service.js', 'FanOut.streamDelta', 'after'),
  at('turn-spoken', 'server/dist/qualification/turn/speaker.service.js', 'Speaker.finish', 'after'),
  at('turn-to-end', `${CONVERSATIONS}/turn-lease.repository.js`, 'TurnLeaseRepository.finish', 'before'),
  at('turn-ended', `${CONVERSATIONS}/turn-lease.repository.js`, 'TurnLeaseRepository.finish', 'after'),
  at('offer-begun', 'server/dist/handoff/offers.service.js', 'Offers.offer', 'before'),
  at('offer-made', 'server/dist/handoff/offers.service.js', 'Offers.append', 'after'),
  at('handoff-expired', 'server/dist/handoff/capture.service.js', 'Capture.take', 'after'),
  at('takeover-written', 'server/dist/handoff/handoffs.service.js', 'Handoffs.takeOver', 'after'),
  at('agent-spoke', `${CONVERSATIONS}/agent-messages.service.js`, 'AgentMessages.send', 'after'),
];

/** What makes a file pass its points: each method is wrapped, and it is an error when it is not there. */
export function crashPatches(): readonly Patch[] {
  const files = new Map<string, string[]>();
  for (const { name, file, target, when } of CRASH_POINTS) {
    const [owner = '', method] = target.split('.');
    const call = method
      ? `globalThis.batonChaos.wrapMethod(${owner}.prototype, '${method}', '${name}', '${when}');`
      : `${owner} = globalThis.batonChaos.wrap(${owner}, '${name}', '${when}');`;
    files.set(file, [...(files.get(file) ?? []), call]);
  }
  return [...files].map(([file, calls]) => ({ file, append: calls.join('\n') }));
}

function at(name: string, file: string, target: string, when: 'before' | 'after'): CrashPoint {
  return { name, file, target, when };
}
