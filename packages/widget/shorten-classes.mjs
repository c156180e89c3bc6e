// Gives classes their short names while the sources are read: in style sheets, and in what elements have for a `class`.
import ts from 'typescript';
import { MANGLED_CLASSES } from './mangled-properties.mjs';

/** A letter each: no class of our own is as short. */
const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const name = `(${MANGLED_CLASSES.join('|')})(?![\\w-])`;
const met = { css: new Set(), code: new Set() };

export const shortenClasses = {
  name: 'shorten-classes',
  enforce: 'pre',
  transform(code, id) {
    const [file] = id.split('?');
    if (file.endsWith('.css'))
      return {
        code: code.replace(new RegExp(`\\.${name}`, 'g'), (_, found) => `.${shortOf(found, met.css)}`),
        map: null,
      };
    if (/\/widget\/src\/.*\.tsx?$/.test(file)) return { code: inCode(code, file), map: null };
    return null;
  },
};

/** Those in the list that are not both styled and given to an element. */
export function unmetClasses() {
  return MANGLED_CLASSES.filter((each) => !met.css.has(each) || !met.code.has(each));
}

function shortOf(found, seen) {
  seen.add(found);
  return LETTERS[MANGLED_CLASSES.indexOf(found)];
}

function inCode(code, file) {
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true);
  const named = new RegExp(`(?<![\\w-])${name}`, 'g');
  let result = '';
  let done = 0;
  const visit = (node, isClass) => {
    if (
      isClass &&
      (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node))
    ) {
      const text = node.getText(source);
      result +=
        code.slice(done, node.getStart(source)) + text.replace(named, (found) => shortOf(found, met.code));
      done = node.end;
    }
    const isGiven =
      (ts.isJsxAttribute(node) || ts.isPropertyAssignment(node)) && node.name.getText(source) === 'class';
    ts.forEachChild(node, (child) => visit(child, isClass || (isGiven && child === node.initializer)));
  };
  visit(source, false);
  return result + code.slice(done);
}
