import type { CountedConversation } from './measure-group.js';

const HEAD = [
  'conversation',
  'day',
  'label',
  'site',
  'team',
  'playbook version',
  'verdict',
  'first line at',
  'qualified at',
  'person requested at',
  'accepted at',
  'first human reply at',
  'closed at',
  'disposition',
  'disposition reason',
  'rating',
  'slots filled',
  'slots in all',
] as const;

/** A head and one line for each conversation. */
export function conversationLines(
  counted: readonly CountedConversation[],
): readonly (readonly (string | number | null)[])[] {
  return [
    HEAD,
    ...counted.map(({ conversationId, day, label, siteName, facts }) => [
      conversationId,
      day,
      label,
      siteName,
      facts.team,
      facts.playbookVersion,
      facts.verdict,
      facts.firstLineAt,
      facts.qualifiedAt,
      facts.requestedAt,
      facts.acceptedAt,
      facts.firstReplyAt,
      facts.closedAt,
      facts.disposition?.kind ?? null,
      facts.disposition?.reason ?? null,
      facts.rating,
      facts.completeness?.filled ?? null,
      facts.completeness?.total ?? null,
    ]),
  ];
}
