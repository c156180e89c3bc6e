import { matchesOf } from '../../matches-of.js';
import { foldText } from '../../text/fold-text.js';
import { list } from '../../text/phrases.js';
import { PRODUCTS, TOOL_NOUN } from './tool-words.js';

/** True for a listed product, alone or with its noun ("Excel sheets"). */
export function isKnownTool(name: string): boolean {
  const folded = foldText(name);
  return (
    known.has(folded) ||
    PRODUCTS.some((product) => product.length > 4 && folded.startsWith(`${product} `)) ||
    /^(?:excel|paper|papier|papel|carta|whiteboards?|spreadsheets?)/.test(folded)
  );
}

/** A tool's name or shortest description inside a stretch of text, with its offsets there. */
export interface NamedTool {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** A product that is known, capitalised, or a thing that does a product's work. */
  readonly isSure: boolean;
}

const known = new Set(PRODUCTS);
const FILLERS = new Set(
  list(`
  a, an, the, here, its, our, my, some, just, only, mostly, mainly, still, currently, now, we, i, we're, were, weve, we've, are, have, use, using, used, uses, it's, its, it, is, on, in, with, at, all, of, lot, lots, plain, good, old, honestly, well, basically, at, present, right, moment, the, oh, um, ehm, er, so, yes, yeah, yep, ok, sure, mix, both, by, via, everything, stuff, bunch, bit, kind, sort, one, giant, big, huge, ancient, shared, same, probably, maybe, usually, today, atm, rn, tbh, lol, from, i'm, im, me, mess, ye, yea, like, working, work, running, run, got, dropped, that, been, ur, sadly, unfortunately,
  ein, eine, einen, einem, einer, der, die, das, dem, den, wir, nutzen, benutzen, verwenden, haben, arbeiten, mit, uber, derzeit, aktuell, momentan, noch, nur, bisher, alles, in, auf, im, ja, eigentlich, leider, ganz, klassisch, per, heute, immer, bei, uns, lauft, machen, so, ne, unser, unsere, unserem, mal, halt,
  le, la, les, l', un, une, des, du, de, nous, on, utilisons, utilise, sommes, est, sur, avec, chez, pour, actuellement, travaille, travaillons, gere, gerons, fait, faisons, fonctionne, tourne, tournons, but, went, back, go, encore, toujours, tout, juste, seulement, notre, nos, oui, bah, ben, euh, aujourd'hui, surtout, essentiellement, c'est, il, y, a, avons, que,
  el, los, las, una, unos, unas, usamos, utilizamos, con, en, estamos, tenemos, ahora, todavia, solo, todo, si, pues, bueno, actualmente, sobre, nuestro, nuestra, llevamos, sigue, seguimos, trabajamos, lo, hoy,
  il, lo, gli, i, uno, usiamo, utilizziamo, con, su, per, siamo, abbiamo, attualmente, ancora, solo, tutto, soprattutto, nostro, nostra, oggi, adesso, ora, lavoriamo, al, del, nel, nei, di, beh, allora, praticamente,
  o, os, as, um, uma, uns, usamos, utilizamos, com, em, no, na, nos, nas, temos, ainda, hoje, atualmente, agora, so, tudo, apenas, nosso, nossa, sim, bom, por, enquanto, trabalhamos, pelo, pela,
  het, een, wij, we, gebruiken, werken, met, in, op, nu, nog, alleen, alles, momenteel, vooral, gewoon, onze, ons, ja, via, hebben, eigenlijk, maar, dat, gaat, doen, zitten, bij, van, oude, oud
  `),
);
/** A word after which a name has ended. */
const CUT = new Set(
  list(`
  for, in, per, are, was, were, dont, don't, since, but, which, that, because, on, at, with, to, as, is, its, it's, and, or, works, where, who, when, so, then, right, now, today, atm, currently, mostly, mainly, until, till, from, if, while, though, plus, free, each, everywhere, anymore, though, has, have, keeps, was, isn't, isnt, doesn't, doesnt, can't, cant, only, by, of, over, after, before, like, i, we, they, he, she, contract, subscription, licence, license, ends, expires, runs, stops, all, just, at, rn, version, plan, account, accounts,
  fur, seit, aber, und, oder, der, die, das, weil, wo, mit, im, am, als, nur, derzeit, aktuell, momentan, noch, bis, ist, lauft, auslauft, ab, umsteigen, wechseln, weg, ablosen, ersetzen, bei, per, nicht, nutzen, und, im, zum, zur, arbeiten, planen,
  pour, depuis, mais, et, ou, qui, que, dans, sur, avec, chez, actuellement, aujourd'hui, par, en, est, se, pas, expire, nous, mais, car, a, au, ce,
  para, desde, pero, y, o, que, con, en, por, ahora, nos, se, actualmente, vence, caduca, es, no, hasta, porque,
  per, da, ma, e, che, con, su, in, adesso, ora, attualmente, scade, ci, si, non, fino, perche, come,
  com, em, mas, que, por, para, agora, vence, ate, nao, porque, desde, ha, como,
  voor, sinds, maar, en, of, dat, die, met, in, op, nu, loopt, af, tot, niet, want, over, gebruiken, naar
  `),
);
const PEN_OR_PAPER =
  /^(?:pens?|pencils?|paper|stift|kuli|papier|lapiz|boligrafo|papel|penna|carta|caneta|stylo)$/;
const SEPARATOR =
  /\s?(?:,|\+|&|;|\/|(?<!(?<![a-z])(?:pens?|pencils?|paper|stift|kuli|papier|lapiz|boligrafo|papel|penna|carta|caneta|stylo))\s(?:and|n|und|y|e|et|en)\s|\s(?:and|n|und|y|e|et|en)\s(?!(?:pens?|pencils?|paper|stift|kuli|papier|lapiz|boligrafo|papel|penna|carta|caneta|stylo)(?![a-z]))|\s(?:plus|sowie|with a bit of|and a bit of|as well as)\s)\s?/;
const WORD = /[^\s,;!?()"\u201c\u201d]+/g;
const MOST_WORDS = 4;

/** The tools named in a stretch: "a whiteboard and a phone tree" are two. `first` also takes a name that is merely unknown. */
export function nameTools(
  text: string,
  folded: string,
  start: number,
  end: number,
  trustsFirst: boolean,
): readonly NamedTool[] {
  const tools: NamedTool[] = [];
  let at = start;
  for (const piece of pieces(folded.slice(start, end))) {
    const from = folded.indexOf(piece, at);
    if (from < 0) break;
    const tool = nameOne(text, folded, from, from + piece.length);
    at = from + piece.length;
    if (tool === null) {
      if (tools.length > 0 || !trustsFirst) continue;
      continue;
    }
    if (!tool.isSure && !(trustsFirst && tools.length === 0)) continue;
    tools.push(tool);
  }
  return tools;
}

function pieces(stretch: string): readonly string[] {
  return stretch.split(SEPARATOR).filter((piece) => piece.trim() !== '');
}

/** "Pen and paper": three words for one thing. */
function isOneTool(words: readonly { readonly word: string }[]): boolean {
  const [one = '', , other = ''] = words.map(({ word }) => word);
  return words.length === 3 && PEN_OR_PAPER.test(one) && PEN_OR_PAPER.test(other);
}

function nameOne(text: string, folded: string, start: number, end: number): NamedTool | null {
  const words = [...matchesOf(folded.slice(start, end), WORD)].map((match) => ({
    word: match[0].replace(/[.:]+$/, ''),
    start: start + match.index,
    end: start + match.index + match[0].replace(/[.:]+$/, '').length,
    ends: /[.:]$/.test(match[0]),
  }));
  const first = words.findIndex(({ word }) => !FILLERS.has(word) && /[a-z0-9]/.test(word));
  if (first < 0) return null;
  let last = first;
  while (
    last + 1 < words.length &&
    last - first + 1 < MOST_WORDS &&
    words[last]?.ends !== true &&
    (!CUT.has(words[last + 1]?.word ?? '') || isOneTool(words.slice(last, last + 3))) &&
    /[a-z0-9]/.test(words[last + 1]?.word ?? '')
  )
    last += 1;
  if (
    words.some(({ word }) =>
      /^(?:vertrag|contract|contrat|contrato|contratto|subscription|abo|renewal)$/.test(word),
    ) &&
    first > 0
  )
    return null;
  const head = words[first];
  const tail = words[last];
  if (head === undefined || tail === undefined) return null;
  return refine(text, folded, head.start, tail.end);
}

/** Narrows a phrase to the known product or capitalised name inside it. */
function refine(text: string, folded: string, start: number, end: number): NamedTool | null {
  const phrase = folded.slice(start, end);
  const product = PRODUCTS.filter((name) => hasWord(phrase, name)).sort(
    (one, other) => other.length - one.length,
  )[0];
  if (product !== undefined && !isSoftWord(product, phrase)) {
    const from = start + phrase.indexOf(product);
    const to = wider(phrase, product);
    return { name: text.slice(from, start + to), start: from, end: start + to, isSure: true };
  }
  const capital =
    /^(?:[\p{Lu}][\p{L}\p{N}.&'-]*|[\p{Ll}]+[\p{Lu}\p{N}.][\p{L}\p{N}.]*)(?:\s(?:[\p{Lu}\p{N}][\p{L}\p{N}.&'-]*))*/u.exec(
      text.slice(start, end),
    );
  if (capital !== null && capital[0].length > 1 && !TOOL_NOUN.test(phrase)) {
    return {
      name: capital[0].replace(/[.']+$/, ''),
      start,
      end: start + capital[0].replace(/[.']+$/, '').length,
      isSure: true,
    };
  }
  const called =
    /(?:called|named|namens|genannt|appelee?|nomme|llamad[oa]|chiamat[oa]|chamad[oa]|genaamd)\s(?=\S)/.exec(
      phrase,
    );
  if (called !== null) {
    const from = start + called.index + called[0].length;
    return { name: text.slice(from, end), start: from, end, isSure: true };
  }
  return { name: text.slice(start, end), start, end, isSure: TOOL_NOUN.test(phrase) || known.has(phrase) };
}

/** "excel sheets" keeps its noun. */
function wider(phrase: string, product: string): number {
  const to = phrase.indexOf(product) + product.length;
  const noun =
    /^[\s-]?(?:sheets?|spreadsheets?|files?|groups?|listen?|tabellen?|business|calendar|kalender|agenda|desk|bookings)(?![a-z])/.exec(
      phrase.slice(to),
    );
  return to + (noun?.[0].length ?? 0);
}

function hasWord(phrase: string, name: string): boolean {
  const at = phrase.indexOf(name);
  if (at < 0) return false;
  return !/[a-z0-9]/.test(phrase.charAt(at - 1)) && !/[a-z0-9]/.test(phrase.charAt(at + name.length));
}

/** Product names that are ordinary words count only when they are the whole phrase. */
function isSoftWord(product: string, phrase: string): boolean {
  return (
    /^(?:front|halo|line|teams|signal|square|jane|sling|combo|timely|drift|crisp|groove|access|exchange|deputy|humanity|shore|discord|notion|podio|workday|ultimo|dynamics|lark|wix)$/.test(
      product,
    ) && phrase !== product
  );
}
