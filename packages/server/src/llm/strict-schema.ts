/** A JSON Schema as plain data. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

/** Keywords that strict modes everywhere accept; zod checks the rest on the answer. */
const KEPT: ReadonlySet<string> = new Set(['type', 'enum', 'const', 'description', '$ref']);

/**
 * Strips a JSON Schema to what strict structured output takes: only the kept keywords, every property required,
 * nothing additional. A property that was optional may be null instead (`withoutOptionalNulls` undoes that).
 */
export function strictSchema(schema: JsonSchema): JsonSchema {
  const out: Record<string, unknown> = {};
  for (const [keyword, value] of Object.entries(schema)) {
    if (KEPT.has(keyword)) out[keyword] = value;
    else if (keyword === 'anyOf' || keyword === 'oneOf') out['anyOf'] = schemas(value).map(strictSchema);
    else if (keyword === 'items' && isSchema(value)) out['items'] = strictSchema(value);
    else if (keyword === '$defs' && isSchema(value)) out['$defs'] = mapSchemas(value, strictSchema);
  }
  if (schema['type'] !== 'object') return out;
  const properties = isSchema(schema['properties']) ? schema['properties'] : {};
  const required = requiredKeys(schema);
  out['properties'] = mapSchemas(properties, (property, key) =>
    required.has(key) ? strictSchema(property) : { anyOf: [strictSchema(property), { type: 'null' }] },
  );
  out['required'] = Object.keys(properties);
  out['additionalProperties'] = false;
  return out;
}

/** Removes the nulls that stand for optional properties, so that the original schema accepts the answer. */
export function withoutOptionalNulls(value: unknown, schema: JsonSchema): unknown {
  const items = schema['items'];
  if (Array.isArray(value)) {
    return isSchema(items) ? value.map((item) => withoutOptionalNulls(item, items)) : value;
  }
  const properties = schema['properties'];
  if (!isSchema(value) || !isSchema(properties)) return value;
  const required = requiredKeys(schema);
  const kept = Object.entries(value).filter(([key, member]) => member !== null || required.has(key));
  return Object.fromEntries(
    kept.map(([key, member]) => {
      const property = properties[key];
      return [key, isSchema(property) ? withoutOptionalNulls(member, property) : member];
    }),
  );
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function schemas(value: unknown): readonly JsonSchema[] {
  return Array.isArray(value) ? value.filter(isSchema) : [];
}

function requiredKeys(schema: JsonSchema): ReadonlySet<unknown> {
  return new Set(Array.isArray(schema['required']) ? schema['required'] : []);
}

function mapSchemas(map: JsonSchema, change: (schema: JsonSchema, key: string) => JsonSchema): JsonSchema {
  return Object.fromEntries(
    Object.entries(map).map(([key, value]) => [key, isSchema(value) ? change(value, key) : value]),
  );
}
