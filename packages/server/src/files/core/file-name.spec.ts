import { describe, expect, it } from 'vitest';
import { fileName } from './file-name.js';

describe('A73, A78: the name of a file', () => {
  it.each([
    ['photo.jpg', 'image/jpeg', 'photo.jpg'],
    ['Photo.JPEG', 'image/jpeg', 'Photo.jpg'],
    ['Angebot für Zürich (2).pdf', 'application/pdf', 'Angebot für Zürich (2).pdf'],
    ['عرض السعر.pdf', 'application/pdf', 'عرض السعر.pdf'],
    ['../../etc/passwd', 'text/plain', 'passwd.txt'],
    ['C:\\Users\\me\\offer.pdf', 'application/pdf', 'offer.pdf'],
    ['invoice.pdf.exe', 'application/pdf', 'invoice.pdf.exe.pdf'],
    ['page.html', 'text/plain', 'page.html.txt'],
    ['shell.php.jpg', 'image/jpeg', 'shell.php.jpg'],
    ['picture.gif', 'image/png', 'picture.gif.png'],
    ['annual\u202efdp.exe', 'application/pdf', 'annualfdp.exe.pdf'],
    ['a\u200bb\u2066c\ufeff\u{e0041}.pdf', 'application/pdf', 'abc.pdf'],
    ['nul\0byte.pdf', 'application/pdf', 'nulbyte.pdf'],
    ['lone \ud800 half.pdf', 'application/pdf', 'lone half.pdf'],
    ['line\u2028break\r\nset-cookie: x.pdf', 'application/pdf', 'linebreakset-cookie_ x.pdf'],
    ['cafe\u0301.pdf', 'application/pdf', 'café.pdf'],
    ['"quoted" <b>?.pdf', 'application/pdf', '_quoted_ _b__.pdf'],
    ['.htaccess', 'text/plain', 'htaccess.txt'],
    ['CON.pdf', 'application/pdf', '_CON.pdf'],
    ['com1', 'application/pdf', '_com1.pdf'],
    ['constant.pdf', 'application/pdf', 'constant.pdf'],
    ['\u202e', 'image/png', 'file.png'],
    ['', 'image/png', 'file.png'],
    ['...', 'image/png', 'file.png'],
  ] as const)('%j as %s is %s', (given, type, shown) => {
    expect(fileName(given, type)).toBe(shown);
  });

  it('is cut so that it keeps its ending and no half of a character', () => {
    const name = fileName(`${'x'.repeat(115)}😀😀.pdf`, 'application/pdf');
    expect(name).toBe(`${'x'.repeat(115)}.pdf`);
    expect(fileName('y'.repeat(9_000), 'application/pdf')).toHaveLength(120);
  });

  it('is the same when it is given again', () => {
    const name = fileName('a..b/ \u202ecod.exe', 'application/pdf');
    expect(fileName(name, 'application/pdf')).toBe(name);
  });
});
