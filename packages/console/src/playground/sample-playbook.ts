import type { GoldenConversation, PlaybookSchemaNode, PlaybookVocabulary } from '@baton/shared-types';

/** A piece of a playbook, enough to edit. */
export const SAMPLE_PLAYBOOK = `schema: 1
name: Northwind sales
assistant:
  name: Nora
  greeting:
    en: Hi, what can we do for you?
    de: Guten Tag, was können wir für Sie tun?
slots:
  - key: email
    kind: email
    label: { en: E-mail, de: E-Mail }
    ask:
      en: Which e-mail address may we write to?
      de: An welche E-Mail-Adresse dürfen wir schreiben?
  - key: team_size
    kind: team_size
    label: { en: Team size, de: Teamgröße }
    ask:
      en: How many people would use it?
      de: Wie viele Personen würden es nutzen?
ladder: [email, team_size, use_case, name]
verdicts:
  - id: team_and_use_case
    when: has(slots.team_size) && slots.team_size.min >= 20 && has(slots.use_case)
    verdict: qualified
    because: A team of 20 or more with a clear use case and a business address.
  - id: too_small
    when: has(slots.team_size) && slots.team_size.max < 3
    verdict: disqualified
    because: Fewer than three people would use it.
offer:
  deadlineSeconds: 60
limits:
  turns: 40
  modelTokens: 60000
  asksPerSlot: 2
`;

export const SAMPLE_GOLDEN: readonly GoldenConversation[] = [
  {
    name: 'A team of forty with a business address is qualified',
    language: 'en',
    lines: ['We need a shared inbox for our support team', '40 people', 'dana@brightwell.example'],
    expect: { verdict: 'qualified', handoff: 'qualified' },
  },
  {
    name: 'Whoever asks for a person gets one',
    language: 'en',
    lines: ['Hello', 'can I talk to a real person please?'],
    expect: { verdict: null, handoff: 'human_request' },
  },
  {
    name: 'Eine Praxis mit vierzehn Leuten ist qualifiziert',
    language: 'de',
    lines: ['Wir suchen eine Terminplanung für unsere Praxis', 'Wir sind 14 Leute'],
    expect: { verdict: 'qualified', handoff: 'qualified' },
  },
];

const LOCAL: PlaybookSchemaNode = {
  type: 'object',
  properties: { en: { type: 'string' }, de: { type: 'string' } },
};

export const SAMPLE_VOCABULARY: PlaybookVocabulary = {
  schema: {
    type: 'object',
    properties: {
      schema: { const: 1 },
      name: { type: 'string' },
      slots: {
        type: 'array',
        items: {
          type: 'object',
          properties: {
            key: { type: 'string' },
            kind: { type: 'string', enum: ['name', 'email', 'phone', 'company', 'team_size', 'budget'] },
            label: LOCAL,
            ask: LOCAL,
            confirm: LOCAL,
            askWhen: { type: 'string' },
          },
        },
      },
      ladder: { type: 'array', items: { type: 'string' } },
      limits: {
        type: 'object',
        properties: { turns: { type: 'integer' }, asksPerSlot: { type: 'integer' } },
      },
    },
  },
  facts: {
    verdict: { reachable: 'bool', team_size: 'optional<int>', intents: 'list<string>' },
    handoff: { reachable: 'bool', verdict: 'string' },
    routing: { tier: 'string', country: 'string' },
  },
};
