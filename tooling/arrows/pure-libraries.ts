/** What `core/` may import from outside: deterministic, no I/O, no ambient state. Add one only with that proof. */
export const PURE_LIBRARIES: readonly string[] = [
  '@marcbachmann/cel-js',
  '@noble/hashes',
  'canonicalize',
  'chrono-node',
  'disposable-email-domains',
  'eld',
  'fastest-levenshtein',
  'free-email-domains',
  'libphonenumber-js',
  'tldts',
  'wink-eng-lite-web-model',
  'wink-nlp',
];

/** The kernel may also know the schema library: it lends the edge its parser and stays without I/O. */
export const KERNEL_LIBRARIES: readonly string[] = [...PURE_LIBRARIES, 'zod'];
