// The widget's own words in every language, for the console: what a site replaces has to be seen beside it.
import { readFile } from 'node:fs/promises';
import ts from 'typescript';

/** Language → key → text. */
export async function allTexts(languages) {
  const entries = await Promise.all(languages.map(async (language) => [language, await textsOf(language)]));
  return Object.fromEntries(entries);
}

/** The files hold nothing but words, so that they can be read as they are once their types are gone. */
async function textsOf(language) {
  const source = await readFile(new URL(`./src/i18n/texts-${language}.ts`, import.meta.url), 'utf8');
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
  });
  const { en, texts = en } = await import(`data:text/javascript,${encodeURIComponent(outputText)}`);
  return texts;
}
