import type { Passage } from '@baton/shared-types';

/** A section that answers a question. */
interface GoldSection {
  /** A page's path; one that ends in `*` means every page that begins so. */
  readonly page: string;
  /** A heading on the way to the passage; null: any part of the page. */
  readonly heading: string | null;
}

/** Whether a question uses the words of its documentation, or puts the matter in others. */
export type QuestionFamily = 'terms' | 'paraphrase';

export interface DocumentationQuestion {
  readonly question: string;
  readonly family: QuestionFamily;
  /** The package whose documentation answers it. */
  readonly packageName: string;
  readonly gold: readonly GoldSection[];
}

/**
 * Lines of family, sections (`page#heading || page#heading`) and question between tabs, below a line of headings.
 * Throws on any other.
 */
export function parseDocumentationQuestions(tsv: string): readonly DocumentationQuestion[] {
  return tsv
    .split('\n')
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => {
      const [family, gold = '', question = '', ...more] = line.split('\t');
      const packageName = gold.split('/')[1] ?? '';
      const isKnown = family === 'terms' || family === 'paraphrase';
      if (!isKnown || question === '' || packageName === '' || more.length > 0)
        throw new Error(`not a question with its sections: ${line}`);
      return { question, family, packageName, gold: gold.split(' || ').map(toSection) };
    });
}

/** Whether what was found stands in a section that answers the question. */
export function isAnswer(
  { gold }: DocumentationQuestion,
  found: Pick<Passage, 'url' | 'title'> | undefined,
): boolean {
  const url = found?.url ?? '';
  const headings = found?.title.split(' › ') ?? [];
  return gold.some(
    ({ page, heading }) =>
      (page.endsWith('*') ? url.startsWith(page.slice(0, -1)) : url === page) &&
      (heading === null || headings.includes(heading)),
  );
}

function toSection(text: string): GoldSection {
  const at = text.indexOf('#');
  return at < 0 ? { page: text, heading: null } : { page: text.slice(0, at), heading: text.slice(at + 1) };
}
