import { err, ok, type Result } from '../../kernel/result.js';

export interface ArticleFile {
  readonly title: string;
  /** As visitors open it, e.g. `/help/pricing`; null when it is nowhere to be read. */
  readonly url: string | null;
  readonly markdown: string;
}

const FRONT_MATTER = /^---\r?\n([\s\S]*?)\r?\n---\r?\n/;

/** A Markdown file with a front matter of `title` and, optionally, `url`, one per line. */
export function parseArticleFile(text: string): Result<ArticleFile, string> {
  const match = FRONT_MATTER.exec(text);
  if (match === null) return err('the file does not begin with a front matter between lines of ---');
  const fields = new Map<string, string>();
  for (const line of (match[1] ?? '').split(/\r?\n/)) {
    const field = /^(title|url): *(.+?) *$/.exec(line);
    if (field?.[1] === undefined || field[2] === undefined) return err(`not a title or url: ${line}`);
    fields.set(field[1], field[2]);
  }
  const title = fields.get('title');
  if (title === undefined) return err('the front matter has no title');
  return ok({ title, url: fields.get('url') ?? null, markdown: text.slice(match[0].length) });
}
