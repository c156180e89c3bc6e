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
