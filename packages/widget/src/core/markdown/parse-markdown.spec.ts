import { describe, expect, it } from 'vitest';
import { parseMarkdown } from './parse-markdown.js';
import { plainText } from './plain-text.js';

const line = (text: string) => {
  const [block] = parseMarkdown(text);
  return block?.kind === 'paragraph' ? block.lines[0] : undefined;
};

describe('parseMarkdown', () => {
  it('reads bold, italics and code, nested where it makes sense', () => {
    expect(line('a **b *c*** `d**e**`')).toEqual([
      'a ',
      { kind: 'strong', children: ['b ', { kind: 'em', children: ['c'] }] },
      ' ',
      { kind: 'code', text: 'd**e**' },
    ]);
  });

  it('leaves snake_case, 3 * 4 * 5 and unfinished marks alone', () => {
    expect(line('a_b_c 3 * 4 * 5 **open `x')).toEqual(['a_b_c 3 * 4 * 5 **open `x']);
  });

  it('links what is written as a link and what looks like one, without the full stop after it', () => {
    expect(line('[Prices](https://a.example/p?x=1) or https://b.example/q.')).toEqual([
      { kind: 'link', href: 'https://a.example/p?x=1', text: 'Prices' },
      ' or ',
      { kind: 'link', href: 'https://b.example/q', text: 'https://b.example/q' },
      '.',
    ]);
  });

  it('keeps single line breaks and splits paragraphs at empty lines', () => {
    expect(parseMarkdown('a\nb\r\n\nc')).toEqual([
      { kind: 'paragraph', lines: [['a'], ['b']] },
      { kind: 'paragraph', lines: [['c']] },
    ]);
  });

  it('reads bulleted and numbered lists, which keep the number they begin with', () => {
    expect(parseMarkdown('Plans:\n- a\n* b\n3. c\n4) d')).toEqual([
      { kind: 'paragraph', lines: [['Plans:']] },
      { kind: 'list', first: null, items: [['a'], ['b']] },
      { kind: 'list', first: 3, items: [['c'], ['d']] },
    ]);
  });

  it('A66: markup is text, character by character', () => {
    const hostile = '<img src=x onerror=alert(1)><script>alert(1)</script>&lt;b&gt;';
    expect(parseMarkdown(hostile)).toEqual([{ kind: 'paragraph', lines: [[hostile]] }]);
  });

  it.each([
    '[a](javascript:alert(1))',
    '[a](JaVaScRiPt:alert(1))',
    '[a](\u0001javascript:alert(1))',
    '[a](java\nscript:alert(1))',
    '[a](data:text/html;base64,PHNjcmlwdD4=)',
    '[a](vbscript:msgbox)',
    '[a](//evil.example)',
    '[a](/relative)',
    '[a](\\\\evil.example)',
    '[a](&#106;avascript:alert(1))',
    '[a][b]\n\n[b]: javascript:alert(1)',
    '<javascript:alert(1)>',
    'javascript:alert(1)',
    '[a](https://bank.example@evil.example)',
    '[a](https://a.example\u202e/gpj.exe)',
  ])('A67: no link from %j', (text) => {
    expect(JSON.stringify(parseMarkdown(text))).not.toContain('"link"');
  });

  it('A67, A69: an image is never an image, and its text does not hide where it leads', () => {
    const [, link] = line('![cat](https://evil.example/?q=secret)') ?? [];
    expect(link).toEqual({
      kind: 'link',
      href: 'https://evil.example/?q=secret',
      text: 'https://evil.example/?q=secret',
    });
  });

  it.each(['*', '_', '`', '[', '](', '**_', '[a](', 'https://', '- ', '**a'])(
    'reads 4,000 characters of %j in no time',
    (mark) => {
      const startedAt = performance.now();
      parseMarkdown(mark.repeat(4_000 / mark.length));
      expect(performance.now() - startedAt).toBeLessThan(200);
    },
  );
});

describe('plainText', () => {
  it('gives the words without the marks', () => {
    expect(plainText('**Harbour** fits:\n\n- [prices](https://a.example)\n- `x`')).toBe(
      'Harbour fits:\nprices\nx',
    );
  });
});
