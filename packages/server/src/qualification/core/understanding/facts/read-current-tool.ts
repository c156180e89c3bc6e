import { isCorrection, isDenied, isTakenBack } from '../cues/corrections.js';
import { firstMatches } from '../matches-of.js';
import type { ReadCandidate, Reader, ReadingContext, VisitorMessage } from '../reading.js';
import { rulesCandidate } from '../spans.js';
import { quote } from '../text/quote.js';
import { readableText } from '../text/readable-text.js';
import { type Stretch, splitClauses, splitSentences } from '../text/split-clauses.js';
import { isKnownTool, type NamedTool, nameTools } from './current-tool/name-tools.js';
import {
  findWhatWeUse,
  GENERIC_IN_USE,
  IN_USE,
  NOT_OURS,
  NOTHING,
  NOTHING_NOW,
  NOW_AFTER,
  UNKNOWN,
  WISH,
} from './current-tool/tool-words.js';
import { NUMBER_WORDS } from './numbers/number-words.js';

/** Reads what the visitor works with today. Former tools and questions about integrations are none. */
export const readCurrentTool: Reader = (context) => {
  return context.messages.flatMap((message, index) => {
    const read = readMessage(message, context, index === 0);
    return read === null ? [] : [read];
  });
};

function readMessage(
  message: VisitorMessage,
  context: ReadingContext,
  isFirst: boolean,
): ReadCandidate<'current_tool'> | null {
  const folded = readableText(message);
  const asked = context.asked === 'current_tool';
  if (NOTHING_NOW.test(folded) || (context.asked === 'phone' && REACHED_ON.test(folded))) return null;
  const tools = asked && isFirst ? readAnswer(message.text, withoutPictures(folded)) : null;
  const named =
    instead(message.text, folded, tools) ??
    tools ??
    readStated(message.text, folded, context.asked === 'use_case');
  const found = named.filter(({ start, end }) => !isDenied(message.text, start, end));
  if (found.length === 0) return null;
  const names = [...new Map(found.map((tool) => [tool.name.toLowerCase(), tool.name])).values()];
  const first = found[0];
  const last = found.at(-1);
  if (first === undefined || last === undefined) return null;
  return rulesCandidate({
    kind: 'current_tool',
    value: names.join(', '),
    evidence: found.map((tool) => quote(message, tool.start, tool.end)),
    confidence: tools !== null ? 0.85 : 0.7,
    reason: tools !== null ? (say) => say.toolAnswered : (say) => say.toolMentioned,
    corrects: isCorrection(message.text, first.start, last.end),
  });
}

/** "AFAS. Oh no, that is for salaries. For those we use Outlook.": what is named after the first was taken back. */
function instead(
  text: string,
  folded: string,
  tools: readonly NamedTool[] | null,
): readonly NamedTool[] | null {
  const end = tools?.at(-1)?.end;
  if (end === undefined || !isTakenBack(text.slice(end, end + 24).replace(/\p{Lu}/gu, 'x'))) return null;
  const blank = ' '.repeat(end);
  const stated = readStated(blank + text.slice(end), blank + folded.slice(end), false);
  return stated.length === 0 ? null : stated;
}

/** "0803 555 0199 is on WhatsApp" says how to reach somebody, and not what they work with. */
const REACHED_ON = /\d[^.!?\n]{0,16}(?:whats ?app|telegram|signal|viber|messenger|wechat|line)(?![a-z])/;

/** The first sentence of an answer that names something; null when it names nothing and other readings may follow. */
function readAnswer(text: string, folded: string): readonly NamedTool[] | null {
  for (const sentence of splitSentences(folded)) {
    const words = folded.slice(sentence.start, sentence.end);
    if (UNKNOWN.test(words) && !/,/.test(words)) continue;
    if (/\?\s*$/.test(words)) continue;
    const stretch = usable(folded, sentence);
    if (stretch === null) continue;
    const tools = nameTools(text, folded, stretch.start, stretch.end, true);
    const sure = tools.filter((tool) => tool.isSure);
    if (sure.length > 0) return sure;
    const first = tools[0];
    if (first !== undefined && words.length < 60) return [first];
  }
  return null;
}

/** The clauses of an answer that speak of today: "nothing", "dropped that in May" and "before that X" are left out. */
function usable(folded: string, sentence: Stretch): Stretch | null {
  const clauses = splitClauses(folded.slice(sentence.start, sentence.end)).map(({ start, end }) => ({
    start: start + sentence.start,
    end: end + sentence.start,
  }));
  const kept = clauses.filter(({ start, end }) => {
    const words = folded.slice(start, end);
    return (
      !NOTHING.test(words) &&
      !NOT_OURS.test(words) &&
      !UNKNOWN.test(words) &&
      !/(?<![a-z])(?:the other|others|rest|die anderen|les autres|los otros|gli altri|os outros|de anderen)(?![a-z])/.test(
        words,
      )
    );
  });
  const first = kept[0];
  if (first === undefined) return null;
  let end = first.end;
  for (const clause of kept.slice(1)) {
    // Clauses that follow each other without a gap belong to the same list ("Excel, Outlook and a whiteboard").
    if (clause.start - end > 2) break;
    end = clause.end;
  }
  return { start: first.start, end };
}

/** Things that everybody has: a tool only where the tool was asked for. */
const SOFT =
  /^(?:(?:[a-z]+ )?(?:phones?|e?-?mails?|inbox|mailbox|calendars?|diary|book|board|system|systems|folder|telefon|telefono|telefone|telephone|telefoon|postfach|kalender|agenda|liste|listen|systeme|sistema|systeem|programm|programma|programa|correo|buch|chat group|group chat))$/;

const LEAVES =
  /(?<![a-z])(?:from|replac(?:e|ing)|leav(?:e|ing)|ditch(?:ing)?|rid of|weg von|wechsel[a-z]* von|umst[a-z]+ von|ablosung von|ersatz fur|quitter|remplacer|passer de|migrer de|dejar|reemplazar|sustituir|cambiar de|migrar d[a-z]+|sostituire|lasciare|passare da|migrare da|substituir|sair d[oa]|weg van|vervangen van|overstap[a-z]* van)\s(?:our |the |unser[a-z]* |old |current )?$/;

/** People have and run many things that are no tools: only a product that is known counts after these. */
const WEAK_VERB =
  /(?<![a-z])(?:at the moment|right now|currently|presently|today|still|now|so far|until now|for now|all|mostly|just|only|aktuell|derzeit|momentan|bisher|im moment|zurzeit|zur zeit|bislang|heute|stehen|steht|liegen|landen|landet|verwalten|fuhren|pflegen|organisieren|have|hv|got|run|running|work in|live in|living in|tenemos|estamos en|haben|hatten|setzen|machen|fahren|planen|bleiben|agents|people|users|seats|reps|planners|dispatchers|techs|colleagues|of us|staff|leute|kollegen|mitarbeiter|personas|personnes|persone|pessoas|mensen|abbiamo|siamo su|avons|a|temos|estamos no|estamos na|hebben|all)\s(?:[a-z']{1,9}\s){0,3}$/;

const COUNTS: ReadonlySet<string> = new Set(
  Object.values(NUMBER_WORDS).flatMap(({ low, tens }) =>
    [...low, ...tens].flatMap((word) => word.split('|')),
  ),
);

/** A few places are enough to find a tool; nobody names the same cue a hundred times. */
const MOST_PLACES = 6;

/** "On the Growth plan" is what they have with us. */
const OUR_PLAN = /^\s(?:plan|tier|package|subscription|tarif|paket)(?![a-z])/;

/** A tool that a cue names outside an answer. */
function readStated(text: string, folded: string, isAskedForUse: boolean): readonly NamedTool[] {
  const clauses = splitClauses(folded);
  const sentences = splitSentences(folded);
  const isOurs = (at: number, wishes = true) => {
    const clause = clauses.find((it) => it.start <= at && at < it.end) ?? { start: 0, end: folded.length };
    const sentence = sentences.find((it) => it.start <= at && at < it.end) ?? clause;
    const isQuestion = /\?\s*$/.test(folded.slice(sentence.start, sentence.end));
    if (wishes && WISH.test(folded.slice(clause.start, at))) return false;
    return (
      !NOT_OURS.test(folded.slice(clause.start, clause.end)) &&
      !(isQuestion && NOT_OURS.test(folded.slice(sentence.start, sentence.end)))
    );
  };
  for (const cue of IN_USE) {
    for (const match of firstMatches(folded, cue, MOST_PLACES)) {
      const object = match[1];
      if (object === undefined) continue;
      // Who wants to leave a product uses it today.
      const leaves = LEAVES.test(match[0].slice(0, match[0].length - object.length));
      if (!isOurs(match.index, !leaves)) continue;
      const start = match.index + match[0].length - object.length;
      const isWeak = WEAK_VERB.test(match[0].slice(0, match[0].length - object.length));
      const tools = nameTools(text, folded, start, start + object.length, false).filter(({ name, end }) =>
        OUR_PLAN.test(folded.slice(end, end + 14))
          ? false
          : isWeak
            ? isKnownTool(name)
            : !SOFT.test(name.toLowerCase()) && !WISH.test(name.toLowerCase()),
      );
      if (tools.length > 0) return tools;
    }
  }
  const now = NOW_AFTER.exec(text) ?? findWhatWeUse(text);
  if (now?.[1] !== undefined && isOurs(now.index)) {
    const tools = nameTools(text, folded, now.index, now.index + now[1].length, false);
    // "Nine for now" counts something.
    if (tools.length > 0 && !COUNTS.has(now[1].trim().toLowerCase())) return tools;
  }
  for (const match of firstMatches(folded, GENERIC_IN_USE, MOST_PLACES)) {
    const name = match[1];
    if (name === undefined || !isOurs(match.index)) continue;
    // "Replying to parents on WhatsApp" is what it would be used for.
    if (isAskedForUse && name.startsWith('whatsapp')) continue;
    const start = match.index + match[0].length - name.length;
    return [{ name: text.slice(start, start + name.length), start, end: start + name.length, isSure: true }];
  }
  return [];
}

/** A picture between two names does not end the list. Same length as the text. */
function withoutPictures(folded: string): string {
  return folded.replace(/\p{Extended_Pictographic}\ufe0f?/gu, (picture) => ' '.repeat(picture.length));
}
