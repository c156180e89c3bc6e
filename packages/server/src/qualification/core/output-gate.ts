import { splitSentences } from './move/split-sentences.js';

/** What the model's sentences may stand on: passages, the playbook's texts and the chosen move. */
export interface Grounds {
  readonly texts: readonly string[];
}

/** More than this the model may not say in one reply. */
const MAX_SENTENCES = 5;
const MAX_CHARACTERS = 700;
const MAX_SENTENCE = 320;

/** A stream of model text that lets through whole sentences only, and only those that stand on the grounds. */
export interface OutputGate {
  /** Takes the next piece and returns the sentences that may be shown now. */
  push(piece: string): readonly string[];
  /** The stream has ended well: the last sentence may be shown if it is whole. */
  end(): readonly string[];
}

export function createOutputGate(grounds: Grounds): OutputGate {
  const folded = fold(grounds.texts.join('\n'));
  let pending = '';
  let count = 0;
  let length = 0;
  const admit = (sentences: readonly string[]) =>
    sentences.filter((sentence) => {
      const fits = count < MAX_SENTENCES && length + sentence.length <= MAX_CHARACTERS;
      if (!fits || !isGrounded(sentence, folded)) return false;
      count += 1;
      length += sentence.length + 1;
      return true;
    });
  return {
    push: (piece) => {
      pending += piece;
      const sentences = splitSentences(pending);
      // The last one may go on; a line break or an end mark followed by another sentence closes the others.
      const open = sentences.at(-1) ?? '';
      const closed = sentences.slice(0, -1);
      if (closed.length === 0) return [];
      pending = pending.slice(pending.lastIndexOf(open));
      return admit(closed);
    },
    end: () => {
      const whole = splitSentences(pending).filter((sentence) => /[.!…]["”“»)]?$/u.test(sentence));
      pending = '';
      return admit(whole);
    },
  };
}

/**
 * Whether a sentence may be shown. Prices, numbers, dates, promises, links and addresses must stand in the
 * grounds; questions are the move's business; markup, control characters and claims to be human are never shown.
 */
export function isGrounded(sentence: string, foldedGrounds: string): boolean {
  const text = fold(sentence);
  if (sentence.length > MAX_SENTENCE || UNSHOWABLE.test(sentence) || !/\p{L}/u.test(sentence)) return false;
  if (sentence.includes('?') || MARKUP.test(sentence) || NEVER.test(text)) return false;
  const claims = [
    ...matches(text, ADDRESS),
    ...matches(text, NUMBER),
    ...matches(text, NUMBER_WORD),
    ...matches(text, MONEY),
    ...matches(text, DATE_WORD),
    ...matches(text, PROMISE),
  ];
  return claims.every((claim) => standsIn(claim, foldedGrounds));
}

/** Grounds and sentences in the one form in which they are compared. */
export function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ');
}

function matches(text: string, pattern: RegExp): readonly string[] {
  return (text.match(pattern) ?? []).map((match) => match.replace(/[.,;:!]+$/, ''));
}

/** As a whole word: "20" does not stand in "2026". Stems of promises may go on. */
function standsIn(claim: string, grounds: string): boolean {
  for (let at = grounds.indexOf(claim); at !== -1; at = grounds.indexOf(claim, at + 1)) {
    const before = grounds.charAt(at - 1);
    const after = grounds.slice(at + claim.length, at + claim.length + 2);
    if (
      !WORD.test(before) &&
      !/^(?:[\p{L}\p{N}]|[.,]\d)/u.test(after) &&
      !/[.,]$/.test(decimalBefore(grounds, at))
    )
      return true;
  }
  return false;
}

/** "5" does not stand in "1.5". */
function decimalBefore(grounds: string, at: number): string {
  return /\d[.,]$/.test(grounds.slice(Math.max(0, at - 2), at)) ? '.' : '';
}

const WORD = /[\p{L}\p{N}]/u;
/** Control, bidirectional and invisible characters, lone surrogates, stacked marks. */
const UNSHOWABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\u2028\u2029\ufffd]|\p{M}{3,}/u;
const MARKUP = /[<>{}[\]|`\\=]|!\[|\*\*|__|--|^#/u;
/** Said by nobody but a person, or only by the system after the act. */
const NEVER =
  /\b(?:i am (?:a )?(?:human|person|real)|i'm (?:a )?(?:human|person|real)|not (?:a |an )?(?:machine|bot|robot)|ich bin (?:ein(?:e)? )?(?:mensch|echte|person)|kein (?:bot|roboter)|verdict|qualified|disqualified|system prompt|developer mode|booked|scheduled|reserved|gebucht|reserviert|terminiert)\b|^(?:system|user|assistant)\s*:/u;
const ADDRESS =
  /(?:https?:\/\/|www\.)\S+|\S+@\S+|\b[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}(?:\/\S*)?\b/gu;
const NUMBER = /\d+(?:[.,]\d+)*/gu;
const NUMBER_WORD =
  /\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|dozen|half|double|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|zwanzig|dreißig|vierzig|fünfzig|hundert|tausend|million(?:en)?|dutzend|doppelt|halb)\b/gu;
const MONEY = /[\p{Sc}%‰]|\b(?:usd|eur|gbp|chf|dollars?|euros?|percent|prozent)\b/gu;
const DATE_WORD =
  /\b(?:january|february|march|april|june|july|august|september|october|november|december|januar|februar|märz|juni|juli|oktober|dezember|monday|tuesday|wednesday|thursday|friday|saturday|sunday|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|today|tomorrow|tonight|heute|morgen|immediately|sofort)\b/gu;
const PROMISE =
  /\b(?:guarantee[sd]?|guaranteed|promises?|promised|free|discounts?|refunds?|refunded|trials?|warranty|certified|certification|compliant|compliance|sla|unlimited|lifetime|always|never|secret|hire[sd]?|hiring|salary|diagnos(?:is|es?|ed)|prescribe[sd]?|dosage|legal(?:ly)?|liable|liability|lawsuit|entitled|reimburse[sd]?|cancel(?:led)?|uptime|deadline|garantie|garantieren?|garantiert|verspreche?n?|versprochen|kostenlos|gratis|rabatte?|nachlass|erstattung|erstatten|testphase|zertifiziert|konform|unbegrenzt|immer|niemals|geheim|gehalt|diagnose|verschreiben|rechtlich(?:e[rsn]?)?|rechtsverbindlich|haftung|haften|anspruch|stornieren|storniert|verfügbarkeit|frist)\b/gu;
