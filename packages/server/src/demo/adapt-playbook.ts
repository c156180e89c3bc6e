import { isMap, isScalar, isSeq, parse, parseDocument, type Scalar } from 'yaml';

/** Where a demo company's playbook differs from the default one. Reasons go by the ids of their rules. */
interface PlaybookChanges {
  readonly name: string;
  readonly deskLanguage: string;
  /** What the assistant is called. */
  readonly assistant: string;
  readonly because: Readonly<
    Record<'verdicts' | 'handoffs' | 'score' | 'routing', Readonly<Record<string, string>>>
  >;
}

/** The default playbook's text with a company's own words in their places; all else stays as it is written. */
export function adaptPlaybook(defaultYaml: string, changesYaml: string): string {
  const changes: PlaybookChanges = parse(changesYaml);
  const document = parseDocument(defaultYaml);
  const reasons = (['verdicts', 'handoffs', 'score'] as const).flatMap((section) =>
    reasonsIn(document.get(section), changes.because[section]),
  );
  const { routing } = changes.because;
  const places = [
    [document.get('name', true), `${quoted(changes.name)}\ndeskLanguage: ${changes.deskLanguage}`],
    [document.getIn(['assistant', 'name'], true), quoted(changes.assistant)],
    ...reasons,
    ...reasonsIn(document.getIn(['routing', 'rules']), routing),
    [document.getIn(['routing', 'default', 'because'], true), quoted(routing['default'] ?? '')],
  ] as const;
  return places
    .flatMap(([node, text]) => (isScalar(node) && node.range ? [{ range: node.range, text }] : []))
    .sort((a, b) => b.range[0] - a.range[0])
    .reduce((yaml, { range: [from, to], text }) => yaml.slice(0, from) + text + yaml.slice(to), defaultYaml);
}

function reasonsIn(
  rules: unknown,
  because: Readonly<Record<string, string>>,
): readonly (readonly [Scalar, string])[] {
  if (!isSeq(rules)) return [];
  return rules.items.flatMap((rule) => {
    if (!isMap(rule)) return [];
    const reason = because[String(rule.get('id'))];
    const node = rule.get('because', true);
    return isScalar(node) && reason ? [[node, quoted(reason)] as const] : [];
  });
}

function quoted(text: string): string {
  return JSON.stringify(text);
}
