// Minifies the bundles, in which properties and custom properties of our own have the same short names everywhere.
import { minify } from 'terser';
import { MANGLED, MANGLED_STYLES } from './mangled-properties.mjs';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/**
 * Returns what shortens each of these bundles. The bundler's own minifier leaves white space in ES output; terser does not.
 */
export function shortenerOf(bundles) {
  const names = shortNames(bundles.map(({ code }) => code).join('\n'));
  return async ({ name, code, format }) => {
    const minified = await minify(code, {
      module: format === 'es',
      ecma: 2020,
      toplevel: true,
      mangle: { properties: { regex: new RegExp(`^(${MANGLED.join('|')})$`) } },
      nameCache: { props: { props: names } },
      // The four that are off make fewer characters, and more of them once they are compressed.
      compress: {
        passes: 5,
        unsafe: true,
        unsafe_arrows: true,
        unsafe_methods: true,
        pure_getters: true,
        keep_fargs: false,
        arrows: false,
        conditionals: false,
        lhs_constants: false,
        sequences: false,
      },
      // Pages in other encodings read the loader in theirs.
      format: { comments: false, ascii_only: format === 'iife' },
    });
    return { name, code: shortenStyles(minified.code) };
  };
}

/** A to Z for those that are named most often, then Aa and so on: nothing else that we name begins like that. */
function shortNames(code) {
  const counts = new Map(
    MANGLED.map((name) => [name, code.match(new RegExp(`\\b${name}\\b`, 'g'))?.length ?? 0]),
  );
  const unused = MANGLED.filter((name) => counts.get(name) === 0);
  if (unused.length > 0)
    throw new Error(`mangled-properties.mjs names what is nowhere: ${unused.join(', ')}`);
  const sorted = [...MANGLED].sort((a, b) => counts.get(b) - counts.get(a));
  return Object.fromEntries(
    sorted.map((name, index) => {
      const first = LETTERS[index < 26 ? index : Math.floor(index / 26) - 1].toUpperCase();
      return [`$${name}`, index < 26 ? first : first + LETTERS[index % 26]];
    }),
  );
}

/** Custom properties stand in strings only, so that they can be found by their dashes. */
function shortenStyles(code) {
  const taken = code.match(/var\(--[a-z][,)]/);
  if (taken)
    throw new Error(`${taken[0]} is a name for a shortened custom property, but stands there already.`);
  const named = new RegExp(`--(${MANGLED_STYLES.join('|')})(?![\\w-])`, 'g');
  return code.replace(named, (_, name) => `--${LETTERS[MANGLED_STYLES.indexOf(name)]}`);
}
