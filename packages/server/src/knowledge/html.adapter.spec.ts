import { describe, expect, it } from 'vitest';
import { splitPassages } from './core/split-passages.js';
import { parseHtmlArticle } from './html.adapter.js';
import { parseMarkdown } from './markdown.adapter.js';

function blocks(html: string) {
  const parsed = parseHtmlArticle(html);
  if (!parsed.ok) throw new Error(parsed.error);
  return parseMarkdown(parsed.value.markdown);
}

describe('parseHtmlArticle', () => {
  it('takes the heading, the canonical address and the main part, without what is on every page', () => {
    const parsed = parseHtmlArticle(`<!doctype html><html><head><title>Prices | Acme</title>
      <link rel="canonical" href="https://acme.example/help/prices"><style>p { color: red }</style></head>
      <body><nav><a href="/">Home</a></nav><main><h1>Prices</h1><p>Plans start at <b>20&nbsp;USD</b> per seat.</p>
      <script>alert(1)</script><p hidden>secret</p></main><footer>Imprint</footer></body></html>`);
    expect(parsed).toEqual({
      ok: true,
      value: {
        title: 'Prices',
        url: 'https://acme.example/help/prices',
        markdown: '# Prices\n\nPlans start at 20 USD per seat.',
      },
    });
  });

  it('keeps headings, lists, code and tables apart as Markdown does', () => {
    const html = `<title>T</title><h2>Plans</h2><ul><li>Team</li><li>Office<ul><li>small</li></ul></li></ul>
      <pre><code>npm start</code></pre><table><tr><th>Plan</th><th>Price</th></tr><tr><td>Team</td><td>32 USD</td></tr></table>`;
    expect(blocks(html)).toEqual([
      { kind: 'heading', depth: 2, text: 'Plans' },
      { kind: 'text', text: '- Team\n- Office\n  - small' },
      { kind: 'text', text: 'npm start' },
      { kind: 'text', text: 'Plan: Team; Price: 32 USD' },
    ]);
  });

  it.each([
    '1. *not* a [list](x) ~~or~~ `code`',
    '# no heading',
    '- no item',
    '5 < 6 & 7 > 6',
    'a_b_c | d',
    '+ 1',
    '&amp; stays',
  ])('reads text as text: %s', (text) => {
    const html = `<title>T</title><p>${text.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</p>`;
    expect(blocks(html)).toEqual([{ kind: 'text', text }]);
  });

  it('cuts into passages whose titles are the trail of headings', () => {
    const passages = splitPassages(
      'Help',
      blocks(
        '<title>Help</title><h2>Billing</h2>Pay <i>monthly</i>.<h3>Refunds</h3><div>Within 30 days.</div>',
      ),
    );
    expect(passages).toEqual([
      { title: 'Help › Billing', text: 'Pay monthly.' },
      { title: 'Help › Billing › Refunds', text: 'Within 30 days.' },
    ]);
  });

  it.each([
    ['a page nested 20,000 deep', '<title>T</title>'.concat('<div>'.repeat(20_000), 'x')],
    ['a page that never ends a tag', `<title>T</title><p${' a'.repeat(20_000)}`],
    ['nothing but ends', `<title>T</title>${'</p>'.repeat(20_000)}`],
  ])('survives %s', (_, html) => expect(parseHtmlArticle(html).ok).toBe(true));

  it('refuses a page without a name', () => {
    expect(parseHtmlArticle('<p>Text</p>').ok).toBe(false);
    expect(parseHtmlArticle('').ok).toBe(false);
  });
});
