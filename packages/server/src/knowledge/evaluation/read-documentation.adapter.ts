import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ArticleDraft } from '../knowledge.service.js';
import { toDocumentationArticle } from './to-documentation-article.js';

/** A package's pages as articles, by their path. */
export function readDocumentation(packageName: string, folder: string): readonly ArticleDraft[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .sort()
    .map((file) => {
      const page = `/${packageName}/${file.replaceAll(path.sep, '/').replace(/\.md$/, '')}`;
      return toDocumentationArticle(page, readFileSync(path.join(folder, file), 'utf8'));
    });
}
