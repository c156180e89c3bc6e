import type { ArticleDraft } from '../knowledge.service.js';

const FRONT_MATTER = /^---\r?\n([\s\S]*?)\r?\n---\r?\n/;

/** A page of documentation as an article. Its title is that of its front matter, its first heading, or its file name. */
export function toDocumentationArticle(page: string, text: string): ArticleDraft {
  const frontMatter = FRONT_MATTER.exec(text);
  const markdown = frontMatter ? text.slice(frontMatter[0].length) : text;
  const title =
    /^title: *(.+?) *$/m.exec(frontMatter?.[1] ?? '')?.[1] ??
    /^# +(.+?) *$/m.exec(markdown)?.[1] ??
    (page.split('/').at(-1) ?? page).replaceAll('-', ' ');
  return { title, url: page, language: 'en', markdown };
}
